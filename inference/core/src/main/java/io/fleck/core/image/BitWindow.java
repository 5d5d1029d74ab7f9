package io.fleck.core.image;

/**
 * The part of a sensor's range that becomes 0 to 255: values at or below {@code low} are black, at or above
 * {@code high} white, linear in between.
 *
 * @param low sample value that becomes 0, at least 0
 * @param high sample value that becomes 255, above low, at most 65535
 */
public record BitWindow(int low, int high) {
    /** Checks the range. */
    public BitWindow {
        if (low < 0 || high > 65_535 || low >= high) {
            throw new IllegalArgumentException(
                    "bit window " + low + ".." + high + "; allowed is 0 <= low < high <= 65535");
        }
    }

    /** The full range of a sensor with that many bits. */
    public static BitWindow full(int bits) {
        return new BitWindow(0, (1 << bits) - 1);
    }
}
