package io.fleck.core.metrics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How often each class was taken for each. Not safe for use by several threads while it is filled.
 */
public final class ConfusionMatrix {
    private final List<String> classes;
    private final int[][] counts;

    /** Empty, over classes of different names. */
    public ConfusionMatrix(List<String> classes) {
        this.classes = List.copyOf(classes);
        this.counts = new int[classes.size()][classes.size()];
    }

    /**
     * Counts an item.
     *
     * @throws IllegalArgumentException when one of them is no class
     */
    public void add(String actual, String predicted) {
        counts[index(actual)][index(predicted)]++;
    }

    private int index(String name) {
        int index = classes.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("class '" + name + "'; known are " + classes);
        }
        return index;
    }

    /** Names in the order of rows and columns. */
    public List<String> classes() {
        return classes;
    }

    /** Items of a class that were taken for another. */
    public int count(String actual, String predicted) {
        return counts[index(actual)][index(predicted)];
    }

    /** Items of a class. */
    public int actual(String name) {
        return IntStream.of(counts[index(name)]).sum();
    }

    private int predicted(String name) {
        int column = index(name);
        return IntStream.range(0, counts.length).map(row -> counts[row][column]).sum();
    }

    /** All items. */
    public int total() {
        return classes.stream().mapToInt(this::actual).sum();
    }

    private int hits(String name) {
        return count(name, name);
    }

    /** Part of a class' items that were taken for it; empty without items. */
    public OptionalDouble recall(String name) {
        return ratio(hits(name), actual(name));
    }

    /** Harmonic mean of precision and recall: 2 hits / (actual + predicted); empty without items of the class. */
    public OptionalDouble f1(String name) {
        return actual(name) == 0 ? OptionalDouble.empty() : ratio(2.0 * hits(name), actual(name) + predicted(name));
    }

    /** Mean of {@link #f1} over the classes that have items; empty without any. */
    public OptionalDouble macroF1() {
        return classes.stream()
                .map(this::f1)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    /** Part of all items that were taken for what they are; empty without items. */
    public OptionalDouble accuracy() {
        return ratio(classes.stream().mapToInt(this::hits).sum(), total());
    }

    private static OptionalDouble ratio(double part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
