package io.fleck.core.wafer.pattern;

import io.fleck.core.model.PatternSettings;
import io.fleck.core.model.WaferSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The space in which wafers of a model are compared: distances are Mahalanobis distances under one covariance for all classes
 * (Lee, Lee, Lee, Shin, "A simple unified framework for detecting out-of-distribution samples and adversarial attacks",
 * 2018, section 2).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class LatentSpace {
    private final double[] origin;
    private final double[][] whitening;
    private final double radius;
    private final List<double[]> means;
    private final Map<String, List<double[]>> known = new HashMap<>();
    private final List<double[]> rejected;
    private final int calibrated;

    private LatentSpace(PatternSettings patterns, int calibrated) {
        this.origin = values(patterns.origin());
        this.whitening = patterns.whitening().stream().map(LatentSpace::values).toArray(double[][]::new);
        this.radius = patterns.radius();
        this.means = places(patterns.means().values());
        this.rejected = places(patterns.rejected());
        this.calibrated = calibrated;
        patterns.known().forEach((name, places) -> known.put(name, places(places)));
    }

    /** The space that a model describes; empty for a model that was trained before there was one. */
    public static Optional<LatentSpace> of(WaferSettings settings) {
        int calibrated =
                settings.novelty().values().stream().mapToInt(List::size).sum();
        return Optional.ofNullable(settings.patterns()).map(patterns -> new LatentSpace(patterns, calibrated));
    }

    private static double[] values(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<double[]> places(Collection<List<Double>> lists) {
        return lists.stream().map(LatentSpace::values).toList();
    }

    /** Latent values a wafer. */
    public int size() {
        return origin.length;
    }

    /** Distance from its class's mean within which 95 % of the wafers of a class lie. */
    public double radius() {
        return radius;
    }

    /** Place of a wafer with that latent embedding. */
    double[] place(float[] latent) {
        requireSize(latent.length);
        double[] centred = new double[origin.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = latent[i] - origin[i];
        }
        return whitened(centred);
    }

    /** Place of a mean of latent embeddings: the map is affine, so it is the mean of their places. */
    double[] place(List<Float> mean) {
        requireSize(mean.size());
        double[] centred = new double[origin.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = mean.get(i) - origin[i];
        }
        return whitened(centred);
    }

    private void requireSize(int size) {
        if (size != origin.length) {
            throw new IllegalArgumentException(
                    "an embedding of " + size + " values; this model's have " + origin.length);
        }
    }

    private double[] whitened(double[] centred) {
        double[] place = new double[centred.length];
        for (int row = 0; row < place.length; row++) {
            double sum = 0;
            for (int i = 0; i < centred.length; i++) {
                sum += whitening[row][i] * centred[i];
            }
            place[row] = sum;
        }
        return place;
    }

    /** Square of the distance of two places. */
    static double squared(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }

    /** Square of the distance to the nearest mean of a known class. */
    double squaredToKnown(double[] place) {
        return means.stream().mapToDouble(mean -> squared(place, mean)).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Places of wafers kept apart from the training, by the class they were predicted as. */
    Map<String, List<double[]>> known() {
        return known;
    }

    /**
     * Part of the known wafers that the model calls novel and that lie within the radius of a place; of a place where none
     * does, one wafer more than were looked at would have.
     */
    double falseRejects(double[] place) {
        long within = rejected.stream()
                .filter(other -> squared(place, other) <= radius * radius)
                .count();
        return (within + 1.0) / (calibrated + 1.0);
    }
}
