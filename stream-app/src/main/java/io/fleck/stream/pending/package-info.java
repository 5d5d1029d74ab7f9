/**
 * Results that are still on their way when {@code process()} returns, without losing or reordering any.
 *
 * <p>Belongs here: the queue of a task's pending results and the hook that makes a commit wait for them; the only class
 * that touches internals of Kafka Streams. Does not belong here: what a result is, and where it goes.
 */
@NullMarked
package io.fleck.stream.pending;

import org.jspecify.annotations.NullMarked;
