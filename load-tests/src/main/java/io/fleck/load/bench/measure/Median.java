package io.fleck.load.bench.measure;

import java.util.List;

/** The middle of some figures. */
public final class Median {
    private Median() {}

    /**
     * The median; of an even number of figures the mean of the two in the middle.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static double of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("the median of no figures");
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
