package io.fleck.core.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code model.json} says of the space in which wafers are compared: the model's latent values, moved and stretched so
 * that wafers of one class vary by 1 in every direction. Distances there are Mahalanobis distances under one covariance for
 * all classes.
 *
 * @param origin latent values that lie at 0, n of them
 * @param whitening the linear map behind it: n rows of n values
 * @param radius distance from its class's mean within which 95 % of the wafers of a class lie, the mean over classes, above 0
 * @param means place of each class's mean
 * @param known places of wafers kept apart from the training, by the class they were predicted as, at most 200 each, drawn
 *     by chance
 * @param rejected places of all those wafers that the model calls novel though they are not
 */
public record PatternSettings(
        List<Double> origin,
        List<List<Double>> whitening,
        double radius,
        Map<String, List<Double>> means,
        Map<String, List<List<Double>>> known,
        List<List<Double>> rejected) {
    /** Most wafers a predicted class in {@link #known}. */
    public static final int MOST_KNOWN = 200;

    /** Checks the lengths and the radius; keeps copies. */
    public PatternSettings {
        origin = List.copyOf(origin);
        whitening = whitening.stream().map(List::copyOf).toList();
        rejected = rejected.stream().map(List::copyOf).toList();
        means = sorted(means);
        known = sorted(known);
        int size = origin.size();
        if (size < 1 || whitening.size() != size) {
            throw new IllegalArgumentException("wafers.patterns.whitening has " + whitening.size()
                    + " rows; needed are as many as wafers.patterns.origin has values, and at least 1: " + size);
        }
        if (!(radius > 0 && Double.isFinite(radius))) {
            throw new IllegalArgumentException("wafers.patterns.radius " + radius + "; it must be above 0");
        }
        whitening.forEach(row -> requireSize("whitening", row, size));
        rejected.forEach(place -> requireSize("rejected", place, size));
        means.forEach((name, place) -> requireSize("means." + name, place, size));
        known.forEach((name, places) -> places.forEach(place -> requireSize("known." + name, place, size)));
    }

    private static <T> Map<String, List<T>> sorted(Map<String, List<T>> map) {
        Map<String, List<T>> copies = new TreeMap<>();
        map.forEach((name, list) -> copies.put(name, List.copyOf(list)));
        return Collections.unmodifiableMap(copies);
    }

    private static void requireSize(String field, List<Double> values, int size) {
        if (values.size() != size) {
            throw new IllegalArgumentException(
                    "wafers.patterns." + field + " has " + values.size() + " values; needed are " + size);
        }
    }
}
