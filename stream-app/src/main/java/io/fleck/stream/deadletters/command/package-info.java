/**
 * The command {@code dead-letters list|replay}.
 *
 * <p>Belongs here: options, what is printed, exit codes. Does not belong here: how dead letters are sent again.
 */
@NullMarked
package io.fleck.stream.deadletters.command;

import org.jspecify.annotations.NullMarked;
