/**
 * Waiting for what is away: a schema registry, an engine or a claim store that fails says nothing about the frame at hand.
 *
 * <p>Belongs here: how long a stream thread waits, when the stream is paused, what brings it back. Does not belong here:
 * what a failure of a frame itself leads to.
 */
@NullMarked
package io.fleck.stream.outage;

import org.jspecify.annotations.NullMarked;
