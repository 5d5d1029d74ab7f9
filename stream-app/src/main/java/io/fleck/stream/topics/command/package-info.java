/**
 * The commands {@code topics plan|apply} and {@code schemas check|register}.
 *
 * <p>Belongs here: options, what is printed, exit codes. Does not belong here: comparing and changing a cluster.
 */
@NullMarked
package io.fleck.stream.topics.command;

import org.jspecify.annotations.NullMarked;
