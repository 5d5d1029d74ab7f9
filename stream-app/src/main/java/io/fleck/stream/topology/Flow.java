package io.fleck.stream.topology;

import java.time.Duration;

/**
 * How much is in flight, and for how long a commit waits for it.
 *
 * @param framesPending most frames a task that are taken up and have no outcome yet, at least 1
 * @param lookInterval time after which an idle stream thread looks for outcomes, above 0
 * @param drainBound longest that one commit of one stream thread waits, above 0
 * @param patience longest that one further attempt waits for an engine that failed, above 0
 * @param duplicateWindow time within which a frame that comes twice gets one verdict, at least 0
 */
public record Flow(
        int framesPending, Duration lookInterval, Duration drainBound, Duration patience, Duration duplicateWindow) {
    /** Checks the ranges. */
    public Flow {
        if (framesPending < 1) {
            throw new IllegalArgumentException("framesPending " + framesPending + "; it must be at least 1");
        }
        requirePositive("lookInterval", lookInterval);
        requirePositive("drainBound", drainBound);
        requirePositive("patience", patience);
        if (duplicateWindow.isNegative()) {
            throw new IllegalArgumentException("duplicateWindow " + duplicateWindow + "; it must not be negative");
        }
    }

    /** Whether frames that come twice are looked for. */
    boolean findsDuplicates() {
        return !duplicateWindow.isZero();
    }

    private static void requirePositive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(key + " " + value + "; it must be above 0");
        }
    }
}
