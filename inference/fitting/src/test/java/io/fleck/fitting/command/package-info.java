/** Tests of the commands, through the command line. */
@NullMarked
package io.fleck.fitting.command;

import org.jspecify.annotations.NullMarked;
