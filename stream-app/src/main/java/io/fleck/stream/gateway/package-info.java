/**
 * The gateway: files from a source into the topics, in order, at a steady rate, none dropped silently.
 *
 * <p>Belongs here: pacing, the identity of a frame, sending and what becomes of a failure. Does not belong here: where
 * the pictures come from and how progress outlives a crash (package {@code files} for folders), the command line
 * (package {@code command}), what is special to wafer maps (package {@code wafers}), and inspection.
 */
@NullMarked
package io.fleck.stream.gateway;

import org.jspecify.annotations.NullMarked;
