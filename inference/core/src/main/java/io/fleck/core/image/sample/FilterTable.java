package io.fleck.core.image.sample;

import java.util.Arrays;

/**
 * Which source samples make each target sample of one axis, and how much each counts: the triangle filter of Pillow's
 * BILINEAR (src/libImaging/Resample.c, precompute_coeffs and normalize_coeffs_8bpc). The filter is as wide as one target
 * sample when shrinking and as one source sample when enlarging.
 */
public final class FilterTable {
    /** Fraction bits of a weight. */
    static final int PRECISION_BITS = 32 - 8 - 2;

    private final int[] first;
    private final int[][] weights;

    /** Weights that bring {@code in} samples to {@code out}, both at least 1. */
    public FilterTable(int in, int out) {
        this.first = new int[out];
        this.weights = new int[out][];
        double scale = (double) in / out;
        double support = Math.max(scale, 1.0);
        for (int i = 0; i < out; i++) {
            double centre = (i + 0.5) * scale;
            first[i] = Math.max((int) (centre - support + 0.5), 0);
            int end = Math.min((int) (centre + support + 0.5), in);
            weights[i] = fixedPoint(triangle(first[i], end, centre, 1.0 / support));
        }
    }

    private static double[] triangle(int first, int end, double centre, double slope) {
        double[] heights = new double[end - first];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Math.max(1.0 - Math.abs((i + first - centre + 0.5) * slope), 0.0);
        }
        return heights;
    }

    private static int[] fixedPoint(double[] heights) {
        double sum = 0;
        for (double height : heights) {
            sum += height;
        }
        int[] fixed = new int[heights.length];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = (int) (0.5 + heights[i] / sum * (1 << PRECISION_BITS));
        }
        return fixed;
    }

    /** Target samples. */
    int size() {
        return first.length;
    }

    /** First source sample of a target sample; never less than that of the target sample before. */
    int first(int target) {
        return first[target];
    }

    /** Weights of the source samples from {@link #first} on, none negative; their sum is about {@code 1 << 22}. */
    int[] weights(int target) {
        return weights[target];
    }

    /** Most source samples of any target sample. */
    int taps() {
        return Arrays.stream(weights).mapToInt(row -> row.length).max().orElseThrow();
    }
}
