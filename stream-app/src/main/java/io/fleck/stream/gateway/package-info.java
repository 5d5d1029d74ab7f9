/**
 * The gateway: pictures from a source into the frames topic, in order, at a steady rate, none dropped silently.
 *
 * <p>Belongs here: pacing, the identity of a frame, sending and what becomes of a failure. Does not belong here: where
 * the pictures come from and how progress outlives a crash (package {@code files} for folders), the command line
 * (package {@code command}), and inspection.
 */
@NullMarked
package io.fleck.stream.gateway;

import org.jspecify.annotations.NullMarked;
