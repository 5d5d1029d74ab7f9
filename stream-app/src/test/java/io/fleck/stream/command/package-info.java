/** Tests of the command run. */
@NullMarked
package io.fleck.stream.command;

import org.jspecify.annotations.NullMarked;
