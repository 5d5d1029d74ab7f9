package io.fleck.core.wafer.pattern;

import java.time.Duration;

/**
 * When wafers make a pattern.
 *
 * @param window how long a wafer counts, above 0
 * @param fewest wafers of a pattern, at least 2
 * @param chance a cluster that known wafers rejected by mistake would make with a higher probability is none, in (0, 1)
 */
public record PatternPolicy(Duration window, int fewest, double chance) {
    /** Five wafers within a day, by chance at most one time in a thousand. */
    public static final PatternPolicy DEFAULT = new PatternPolicy(Duration.ofDays(1), 5, 1e-3);

    /** Checks the ranges. */
    public PatternPolicy {
        if (window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("window " + window + "; it must be above 0");
        }
        if (fewest < 2 || fewest > PatternCluster.MOST_MEMBERS) {
            throw new IllegalArgumentException(
                    "fewest " + fewest + " wafers; allowed are 2 to " + PatternCluster.MOST_MEMBERS);
        }
        if (!(chance > 0 && chance < 1)) {
            throw new IllegalArgumentException("chance " + chance + "; allowed is above 0 and below 1");
        }
    }
}
