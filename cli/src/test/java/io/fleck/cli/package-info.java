/** Tests of the command line's shared parts. */
@NullMarked
package io.fleck.cli;

import org.jspecify.annotations.NullMarked;
