package io.fleck.core.metrics;

import java.util.OptionalDouble;

/**
 * Average precision: the sum over distinct thresholds, the highest first, of the gain in recall times the precision
 * there. No interpolation between thresholds, which would flatter.
 */
public final class AveragePrecision {
    private AveragePrecision() {}

    /** The average precision in (0, 1]; empty without both good and defective items. */
    public static OptionalDouble of(SortedScores scores) {
        if (!scores.comparable()) {
            return OptionalDouble.empty();
        }
        Steps steps = new Steps();
        scores.descend(steps);
        return OptionalDouble.of(steps.sum / scores.defective());
    }

    private static final class Steps implements SortedScores.Threshold {
        private double sum;
        private int found;

        @Override
        public void at(double score, int goodAtLeast, int defectiveAtLeast) {
            double precision = defectiveAtLeast / ((double) goodAtLeast + defectiveAtLeast);
            sum += (defectiveAtLeast - found) * precision;
            found = defectiveAtLeast;
        }
    }
}
