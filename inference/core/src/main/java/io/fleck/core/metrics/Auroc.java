package io.fleck.core.metrics;

import java.util.OptionalDouble;

/**
 * Area under the ROC curve: the probability that a defective item scores higher than a good one, a tie counting half
 * (the Mann-Whitney statistic over the number of pairs). Exact: pairs are counted in whole numbers.
 */
public final class Auroc {
    private Auroc() {}

    /** The area in [0, 1]; empty without both good and defective items. */
    public static OptionalDouble of(SortedScores scores) {
        if (!scores.comparable()) {
            return OptionalDouble.empty();
        }
        Pairs pairs = new Pairs(scores.good());
        scores.descend(pairs);
        return OptionalDouble.of(pairs.halves / (2.0 * scores.good() * scores.defective()));
    }

    private static final class Pairs implements SortedScores.Threshold {
        private final long good;
        private long halves;
        private int goodBefore;
        private int defectiveBefore;

        Pairs(int good) {
            this.good = good;
        }

        @Override
        public void at(double score, int goodAtLeast, int defectiveAtLeast) {
            long defectiveHere = (long) defectiveAtLeast - defectiveBefore;
            long below = good - goodAtLeast;
            long tied = (long) goodAtLeast - goodBefore;
            halves += defectiveHere * (2 * below + tied);
            goodBefore = goodAtLeast;
            defectiveBefore = defectiveAtLeast;
        }
    }
}
