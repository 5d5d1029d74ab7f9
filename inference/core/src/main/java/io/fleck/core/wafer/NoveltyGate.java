package io.fleck.core.wafer;

import io.fleck.core.detect.CalibrationException;
import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.model.WaferSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says how unlike the known classes a wafer is, as a conformal p-value.
 *
 * <p>Every score of the graph becomes a p-value among wafers that took no part in the training; the sum of their minus
 * logarithms (Fisher) is the combined score. That score becomes a p-value among other wafers kept apart, so it is exact
 * whatever the components are. It compares with wafers of the same predicted class (Mondrian conformal prediction: Vovk,
 * Gammerman, Shafer, "Algorithmic learning in a random world", 2005, section 4.5) where there are at least 1 / rate - 1
 * of them, else with the rarest classes that together have as many. Pooled over all, the easy wafers, most of them without
 * a signature, would set the threshold, and rare and difficult classes would be rejected wholesale. For classes of their
 * own the promise is exact; for pooled ones it holds as far as the rare classes score alike.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class NoveltyGate {
    private final List<ConformalCalibrator> ranks;
    private final ConformalCalibrator pooled;
    private final Map<String, ConformalCalibrator> byClass = new HashMap<>();
    private final double rate;

    private NoveltyGate(WaferSettings settings) {
        this.ranks = settings.ranks().stream().map(ConformalCalibrator::of).toList();
        this.rate = settings.falseNovelRate();
        int needed = ConformalCalibrator.requiredImages(rate);
        List<Double> rarest = rarest(settings.novelty().values(), needed);
        if (rarest.size() < needed) {
            throw new CalibrationException("a false-novel rate of " + rate + " needs at least " + needed
                    + " calibration wafers, there are " + rarest.size());
        }
        this.pooled = ConformalCalibrator.of(rarest);
        settings.novelty().forEach((name, scores) -> {
            if (scores.size() >= needed) {
                byClass.put(name, ConformalCalibrator.of(scores));
            }
        });
    }

    /** Scores of the classes with the fewest calibration wafers, as many classes as it takes. */
    private static List<Double> rarest(Collection<List<Double>> byClass, int needed) {
        List<Double> rarest = new ArrayList<>();
        byClass.stream()
                .sorted(Comparator.comparingInt(List::size))
                .takeWhile(scores -> rarest.size() < needed)
                .forEachOrdered(rarest::addAll);
        return rarest;
    }

    /**
     * The gate that a model describes.
     *
     * @throws CalibrationException when there are too few calibration wafers for the rate
     */
    public static NoveltyGate of(WaferSettings settings) {
        return new NoveltyGate(settings);
    }

    /**
     * The combined score.
     *
     * @param ranks a calibrator a score, over wafers that took no part in the training
     * @param scores of one wafer, as many, the higher the more unlike
     */
    public static double combined(List<ConformalCalibrator> ranks, float[] scores) {
        if (scores.length != ranks.size()) {
            throw new IllegalArgumentException(scores.length + " novelty scores; needed are " + ranks.size());
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum -= Math.log(ranks.get(i).pValue(scores[i]));
        }
        return sum;
    }

    /**
     * Judges a wafer.
     *
     * @param predicted class that the model says it is
     * @param scores novelty scores of the graph
     */
    public Novelty judge(String predicted, float[] scores) {
        double score = combined(ranks, scores);
        Optional<ConformalCalibrator> own = Optional.ofNullable(byClass.get(predicted));
        return new Novelty(score, own.orElse(pooled).pValue(score), own.isPresent());
    }

    /** Whether a wafer is called novel: at most the rate of known wafers are. Same as a p-value of at most the rate. */
    public boolean novel(String predicted, Novelty novelty) {
        return novelty.score() > calibrator(predicted).threshold(rate);
    }

    /** Part of the known wafers that may be called novel. */
    public double rate() {
        return rate;
    }

    /** The calibrator that judges wafers predicted as a class: its own, or the one over the rarest. */
    public ConformalCalibrator calibrator(String predicted) {
        return byClass.getOrDefault(predicted, pooled);
    }

    /** Whether wafers predicted as a class are compared with their like only. */
    public boolean conditional(String predicted) {
        return byClass.containsKey(predicted);
    }
}
