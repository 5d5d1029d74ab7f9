/**
 * The command {@code fleck gateway}: options into settings, events into lines for people.
 *
 * <p>Belongs here: the command line only. Does not belong here: anything that the demo needs as well.
 */
@NullMarked
package io.fleck.stream.gateway.command;

import org.jspecify.annotations.NullMarked;
