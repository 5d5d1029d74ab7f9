package io.fleck.core.batch;

import java.time.Duration;

/**
 * Settings of a batcher.
 *
 * @param maxBatchSize most items a batch, at least 1
 * @param maxDelay longest that the oldest item of a batch waits for others, from its submission; 0 means not at all
 * @param capacity most items submitted and not yet answered, at least the batch size: submitting waits beyond it
 * @param workers batches that run at the same time, at least 1
 * @param preparers threads that fill slots, at least 1
 * @param isolationAttempts how often an item must fail alone, with a known good item succeeding in between, before it is
 *     called poison; at least 3
 * @param runTimeout a run that takes longer is given up, above 0
 */
public record BatchPolicy(
        int maxBatchSize,
        Duration maxDelay,
        int capacity,
        int workers,
        int preparers,
        int isolationAttempts,
        Duration runTimeout) {
    /** Attempts below which chance alone could condemn an item. */
    private static final int LEAST_ATTEMPTS = 3;

    /** Checks the ranges. */
    public BatchPolicy {
        atLeast("maxBatchSize", maxBatchSize, 1);
        atLeast("capacity", capacity, maxBatchSize);
        atLeast("workers", workers, 1);
        atLeast("preparers", preparers, 1);
        atLeast("isolationAttempts", isolationAttempts, LEAST_ATTEMPTS);
        if (maxDelay.isNegative()) {
            throw new IllegalArgumentException("maxDelay " + maxDelay + "; it must not be negative");
        }
        if (runTimeout.isNegative() || runTimeout.isZero()) {
            throw new IllegalArgumentException("runTimeout " + runTimeout + "; it must be above 0");
        }
    }

    private static void atLeast(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(key + " " + value + "; it must be at least " + least);
        }
    }
}
