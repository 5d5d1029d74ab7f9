package io.fleck.core.inspect;

/**
 * Time that one inspection spent per stage, in nanoseconds; -1 where the stage did not run.
 *
 * @param queueNanos waiting for a decoder
 * @param decodeNanos decoding and resizing
 * @param batchNanos waiting for a batch
 * @param inferNanos inside the engine, the whole batch
 * @param postprocessNanos threshold, mask and regions
 */
public record StageTimings(
        long queueNanos, long decodeNanos, long batchNanos, long inferNanos, long postprocessNanos) {}
