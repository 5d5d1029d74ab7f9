package io.fleck.core.batch;

/**
 * Where an item's time went, in nanoseconds of the batcher's clock.
 *
 * @param queueNanos from submission until a preparer took it
 * @param prepareNanos filling its slot
 * @param batchNanos from the filled slot until the engine started
 * @param inferNanos inside the engine, the whole batch
 * @param batchSize items in that batch
 */
public record BatchTimings(long queueNanos, long prepareNanos, long batchNanos, long inferNanos, int batchSize) {}
