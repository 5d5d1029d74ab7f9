package io.fleck.core.metrics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Scores of good and of defective items in order: what every rank metric is computed from. Higher means more anomalous;
 * equal scores are one threshold.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SortedScores {
    private final IntToDoubleFunction good;
    private final int goodCount;
    private final IntToDoubleFunction defective;
    private final int defectiveCount;

    /** Over values that the caller has sorted in ascending order. */
    SortedScores(IntToDoubleFunction good, int goodCount, IntToDoubleFunction defective, int defectiveCount) {
        this.good = good;
        this.goodCount = goodCount;
        this.defective = defective;
        this.defectiveCount = defectiveCount;
    }

    /**
     * Sorts copies.
     *
     * @param good scores of good items, in any order; may be empty
     * @param defective scores of defective items, in any order; may be empty
     * @throws IllegalArgumentException when a score is not a number
     */
    public static SortedScores of(double[] good, double[] defective) {
        double[] sortedGood = sorted(good, "good");
        double[] sortedDefective = sorted(defective, "defective");
        return new SortedScores(i -> sortedGood[i], sortedGood.length, i -> sortedDefective[i], sortedDefective.length);
    }

    private static double[] sorted(double[] scores, String side) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("a score of a " + side + " item is not a number");
        }
        return sorted;
    }

    /** Number of good items. */
    public int good() {
        return goodCount;
    }

    /** Number of defective items. */
    public int defective() {
        return defectiveCount;
    }

    /** Whether there are items of both kinds, without which no rank metric exists. */
    boolean comparable() {
        return goodCount > 0 && defectiveCount > 0;
    }

    /** Receives every distinct score. */
    @FunctionalInterface
    interface Threshold {
        /**
         * One distinct score.
         *
         * @param score the threshold
         * @param goodAtLeast good items that score at least this
         * @param defectiveAtLeast defective items that score at least this
         */
        void at(double score, int goodAtLeast, int defectiveAtLeast);
    }

    /** Visits every distinct score, the highest first. */
    void descend(Threshold visitor) {
        int goodLeft = goodCount;
        int defectiveLeft = defectiveCount;
        while (goodLeft > 0 || defectiveLeft > 0) {
            double score = Math.max(top(good, goodLeft), top(defective, defectiveLeft));
            goodLeft = skip(good, goodLeft, score);
            defectiveLeft = skip(defective, defectiveLeft, score);
            visitor.at(score, goodCount - goodLeft, defectiveCount - defectiveLeft);
        }
    }

    private static double top(IntToDoubleFunction scores, int left) {
        return left == 0 ? Double.NEGATIVE_INFINITY : scores.applyAsDouble(left - 1);
    }

    private static int skip(IntToDoubleFunction scores, int left, double score) {
        int rest = left;
        while (rest > 0 && scores.applyAsDouble(rest - 1) == score) {
            rest--;
        }
        return rest;
    }
}
