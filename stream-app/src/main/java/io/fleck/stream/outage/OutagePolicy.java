package io.fleck.stream.outage;

import java.time.Duration;

/**
 * How patiently to wait.
 *
 * @param patience how long a stream thread waits with a frame in hand before the stream is paused
 * @param firstRetry time to the second attempt; it doubles from one to the next
 * @param longestRetry longest time between two attempts
 */
public record OutagePolicy(Duration patience, Duration firstRetry, Duration longestRetry) {
    /** Checks the ranges. */
    public OutagePolicy {
        if (patience.isNegative() || firstRetry.isNegative() || firstRetry.isZero() || longestRetry.isNegative()) {
            throw new IllegalArgumentException("patience " + patience + " must not be negative, first retry "
                    + firstRetry + " and longest retry " + longestRetry + " must be above 0");
        }
    }

    /** Time from one attempt to the next. */
    Duration delay(int attempt) {
        int doublings = Math.min(attempt, 20);
        Duration delay = firstRetry.multipliedBy(1L << doublings);
        return delay.compareTo(longestRetry) < 0 ? delay : longestRetry;
    }
}
