/**
 * What a benchmark counts and how it adds it up.
 *
 * <p>Belongs here: frames in a span of time, CPU time of processes, latencies, time per stage. Does not belong here: what
 * makes the load, and how figures are shown.
 */
@NullMarked
package io.fleck.load.bench.measure;

import org.jspecify.annotations.NullMarked;
