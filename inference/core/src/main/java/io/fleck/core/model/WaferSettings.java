package io.fleck.core.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code model.json} says of a model that classifies wafers.
 *
 * @param classes names of the signatures, in the order of the graph's logits; all different, at least two
 * @param resolution cells along an edge of the grid that the network reads, at least 2
 * @param views ways to look at a wafer whose results are averaged, 1 to 8
 * @param falseNovelRate part of the known wafers that may be called novel, in (0, 1)
 * @param ranks for each novelty score of the graph the scores of wafers kept apart from the training, ascending
 * @param novelty combined novelty scores of other wafers kept apart, by the class they were predicted as, ascending
 * @param patterns the space in which novel wafers are compared; absent in models that were trained before there was one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WaferSettings(
        List<String> classes,
        int resolution,
        int views,
        double falseNovelRate,
        List<List<Double>> ranks,
        Map<String, List<Double>> novelty,
        @Nullable PatternSettings patterns) {
    private static final int MOST_VIEWS = 8;

    /** A model that cannot compare novel wafers. */
    public WaferSettings(
            List<String> classes,
            int resolution,
            int views,
            double falseNovelRate,
            List<List<Double>> ranks,
            Map<String, List<Double>> novelty) {
        this(classes, resolution, views, falseNovelRate, ranks, novelty, null);
    }

    /** The same with a space in which novel wafers are compared. */
    public WaferSettings withPatterns(PatternSettings space) {
        return new WaferSettings(classes, resolution, views, falseNovelRate, ranks, novelty, space);
    }

    /** Checks names, ranges and orders; keeps copies. */
    public WaferSettings {
        classes = List.copyOf(classes);
        ranks = ranks.stream().map(List::copyOf).toList();
        Map<String, List<Double>> copies = new TreeMap<>();
        novelty.forEach((name, scores) -> copies.put(name, List.copyOf(scores)));
        novelty = Collections.unmodifiableMap(copies);
        requireClasses(classes, novelty);
        requireWithin("wafers.resolution", resolution, 2, 1 << 20);
        requireWithin("wafers.views", views, 1, MOST_VIEWS);
        if (!(falseNovelRate > 0 && falseNovelRate < 1)) {
            throw new IllegalArgumentException(
                    "wafers.falseNovelRate " + falseNovelRate + "; allowed is above 0 and below 1");
        }
        ranks.forEach(scores -> requireAscending("wafers.ranks", scores));
        novelty.forEach((name, scores) -> requireAscending("wafers.novelty." + name, scores));
        if (patterns != null && !classes.containsAll(patterns.means().keySet())) {
            throw new IllegalArgumentException(
                    "wafers.patterns has means of " + patterns.means().keySet() + ", but classes are " + classes);
        }
    }

    private static void requireClasses(List<String> classes, Map<String, List<Double>> novelty) {
        if (classes.size() < 2 || classes.stream().distinct().count() < classes.size()) {
            throw new IllegalArgumentException("wafers.classes " + classes + "; at least two, all different");
        }
        if (!classes.containsAll(novelty.keySet())) {
            throw new IllegalArgumentException(
                    "wafers.novelty has scores of " + novelty.keySet() + ", but classes are " + classes);
        }
    }

    private static void requireWithin(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " " + value + "; allowed are " + least + " to " + most);
        }
    }

    private static void requireAscending(String field, List<Double> scores) {
        double last = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            if (!(score >= last) || !Double.isFinite(score)) {
                throw new IllegalArgumentException(
                        field + " has " + score + " after " + last + "; scores must be finite and ascend");
            }
            last = score;
        }
    }
}
