package io.fleck.core.metrics;

import java.util.OptionalDouble;

/**
 * Dice coefficient at a threshold: twice the defective items above it over all that are above and all that are defective.
 * It is the harmonic mean of precision and recall at that one threshold.
 */
public final class Dice {
    private Dice() {}

    /**
     * The coefficient in [0, 1]; empty without defective items.
     *
     * @param threshold an item is above when its score is strictly higher
     */
    public static OptionalDouble of(SortedScores scores, double threshold) {
        if (scores.defective() == 0) {
            return OptionalDouble.empty();
        }
        Above above = new Above(threshold);
        scores.descend(above);
        return OptionalDouble.of(2.0 * above.defective / ((double) above.good + above.defective + scores.defective()));
    }

    private static final class Above implements SortedScores.Threshold {
        private final double threshold;
        private long good;
        private long defective;

        Above(double threshold) {
            this.threshold = threshold;
        }

        @Override
        public void at(double score, int goodAtLeast, int defectiveAtLeast) {
            if (score > threshold) {
                good = goodAtLeast;
                defective = defectiveAtLeast;
            }
        }
    }
}
