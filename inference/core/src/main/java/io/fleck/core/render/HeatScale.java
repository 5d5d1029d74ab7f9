package io.fleck.core.render;

import io.fleck.core.detect.ScoreMap;
import java.util.Arrays;

/**
 * Which scores a heat map shows from nothing to its strongest colour.
 *
 * @param low score that stays invisible
 * @param high score with the strongest colour, above low
 */
public record HeatScale(double low, double high) {
    /** Checks the range. */
    public HeatScale {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
            throw new IllegalArgumentException("heat scale " + low + ".." + high + "; low must be below high");
        }
    }

    /**
     * A scale with the threshold in its middle and the map's median at its bottom: half of a good frame stays clear, and
     * the colour that stands for the threshold is the same on every frame.
     */
    public static HeatScale around(double threshold, ScoreMap map) {
        double median = median(map);
        double below = threshold - median;
        if (!(below > 0)) {
            // Most of the frame is anomalous; then half of the threshold is as good a bottom as any.
            below = Math.max(Math.abs(threshold) / 2, Float.MIN_NORMAL);
        }
        return new HeatScale(threshold - below, threshold + below);
    }

    private static float median(ScoreMap map) {
        float[] sorted = map.scores().clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Level from 0 to 255; scores beyond the scale take its ends. */
    int level(double score) {
        double part = (score - low) / (high - low);
        return (int) Math.round(255 * Math.min(Math.max(part, 0), 1));
    }
}
