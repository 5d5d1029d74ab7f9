package io.fleck.core.wafer;

import io.fleck.core.batch.BatchTimings;

/**
 * What a model says of a wafer that came in a batch.
 *
 * @param result what it says
 * @param timings where the time went
 */
public record ClassifiedWafer(WaferResult result, BatchTimings timings) {}
