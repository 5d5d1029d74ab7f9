package io.fleck.core.detect;

/**
 * Anomaly score per cell of a coarse grid over the inspected part of a frame.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param scores {@code width * height} values, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // a score buffer, compared by nobody
public record ScoreMap(int width, int height, float[] scores) {
    /** Checks that the sizes belong together. */
    public ScoreMap {
        if (width < 1 || height < 1 || scores.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "score map of " + width + " x " + height + " cells with " + scores.length + " scores");
        }
    }

    /** The highest score. */
    public float maximum() {
        float maximum = scores[0];
        for (float score : scores) {
            maximum = Math.max(maximum, score);
        }
        return maximum;
    }

    /** The lowest score. */
    public float minimum() {
        float minimum = scores[0];
        for (float score : scores) {
            minimum = Math.min(minimum, score);
        }
        return minimum;
    }
}
