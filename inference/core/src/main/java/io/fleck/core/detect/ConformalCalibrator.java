package io.fleck.core.detect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Turns held-out scores of good images into a threshold with a stated false-alarm rate (split conformal prediction).
 *
 * <p>With m scores in ascending order and k = ceil((1 - rate)(m + 1)), an alarm is a score strictly above the k-th. If
 * good images of the stream are exchangeable with those of the calibration, the probability of a false alarm is at most
 * the rate; given these very scores, it follows Beta(m + 1 - k, k), and the number of false alarms among n good images
 * follows the Beta-binomial law of the same parameters (Vovk, "Conditional validity of inductive conformal predictors",
 * 2012, proposition 2a). With ties in the scores both laws are upper bounds.
 *
 * <p>Safe for use by several threads.
 */
public final class ConformalCalibrator {
    private final double[] scores;

    private ConformalCalibrator(double[] sorted) {
        this.scores = sorted;
    }

    /**
     * A calibrator over held-out scores of good images, in any order.
     *
     * @throws CalibrationException when there is none or one of them is not a finite number
     */
    public static ConformalCalibrator of(Collection<Double> scores) {
        double[] sorted =
                scores.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new CalibrationException("calibration needs held-out scores of good images; there are none");
        }
        for (double score : sorted) {
            if (!Double.isFinite(score)) {
                throw new CalibrationException("calibration score " + score + " is not a finite number");
            }
        }
        return new ConformalCalibrator(sorted);
    }

    /**
     * Fewest calibration images that certify a rate: the smallest m with k at most m.
     *
     * @param rate in (0, 1)
     */
    public static int requiredImages(double rate) {
        BigDecimal needed = BigDecimal.ONE
                .divide(decimal(rate), 20, RoundingMode.UP)
                .subtract(BigDecimal.ONE)
                .setScale(0, RoundingMode.CEILING);
        return Math.max(1, needed.intValueExact());
    }

    /** Number of calibration images. */
    public int images() {
        return scores.length;
    }

    /** The held-out scores in ascending order. */
    public List<Double> scores() {
        return Arrays.stream(scores).boxed().toList();
    }

    /**
     * The score that only a fraction {@code rate} of good images exceeds; an alarm is a score strictly above.
     *
     * @param rate false-alarm rate in (0, 1)
     * @throws CalibrationException when there are too few images to certify the rate; the message says how many are
     *     needed
     */
    public double threshold(double rate) {
        return scores[rank(rate) - 1];
    }

    /**
     * Conformal p-value (1 + #{s_i at least as high}) / (m + 1): small means unlike the good images.
     *
     * @param score a finite number
     * @return in [1 / (m + 1), 1]
     */
    public double pValue(double score) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("a score that is not a number has no p-value");
        }
        return (1.0 + scores.length - below(score)) / (scores.length + 1.0);
    }

    /**
     * Upper quantile of the true false-alarm rate behind {@link #threshold}: Beta(m + 1 - k, k).
     *
     * @param rate false-alarm rate asked for, in (0, 1)
     * @param confidence in (0, 1), for example 0.95
     */
    public double rateBound(double rate, double confidence) {
        int rank = rank(rate);
        return BetaDistribution.of(scores.length + 1.0 - rank, rank)
                .inverseCumulativeProbability(fraction("confidence", confidence));
    }

    /**
     * Upper quantile of the number of false alarms among good images that took no part in fit and calibration:
     * Beta-binomial(n; m + 1 - k, k).
     *
     * @param rate false-alarm rate asked for, in (0, 1)
     * @param goodImages n, at least 0
     * @param confidence in (0, 1), for example 0.999
     * @return the smallest count whose cumulative probability reaches the confidence, from 0 to n
     */
    public int falseAlarmBound(double rate, int goodImages, double confidence) {
        int rank = rank(rate);
        return new BetaBinomial(goodImages, scores.length + 1.0 - rank, rank)
                .quantile(fraction("confidence", confidence));
    }

    /** Exact in decimals: in doubles (1 - 0.1) * 10 or its like may come out just above a whole number. */
    private int rank(double rate) {
        int rank = BigDecimal.ONE
                .subtract(decimal(rate))
                .multiply(BigDecimal.valueOf(scores.length + 1L))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        if (rank > scores.length) {
            throw new CalibrationException("a false-alarm rate of " + rate + " needs at least " + requiredImages(rate)
                    + " calibration images, there are " + scores.length);
        }
        return rank;
    }

    private int below(double score) {
        int low = 0;
        int high = scores.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static BigDecimal decimal(double rate) {
        return BigDecimal.valueOf(fraction("false-alarm rate", rate));
    }

    private static double fraction(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " " + value + "; allowed is above 0 and below 1");
        }
        return value;
    }
}
