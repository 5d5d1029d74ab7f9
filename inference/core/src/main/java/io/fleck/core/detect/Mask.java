package io.fleck.core.detect;

/**
 * A binary mask at the frame's size as run lengths.
 *
 * @param width frame width in pixels, at least 1
 * @param height frame height in pixels, at least 1
 * @param runs lengths of runs, row by row over the whole frame, alternating outside and inside; the first is outside
 *     and may be 0; their sum is {@code width * height}
 */
@SuppressWarnings("ArrayRecordComponent") // a run buffer, compared by nobody
public record Mask(int width, int height, int[] runs) {
    /** Checks that the runs cover the frame. */
    public Mask {
        long sum = 0;
        for (int run : runs) {
            if (run < 0) {
                throw new IllegalArgumentException("mask with a run of " + run + " pixels; runs must be at least 0");
            }
            sum += run;
        }
        if (width < 1 || height < 1 || sum != (long) width * height) {
            throw new IllegalArgumentException(
                    "mask of " + width + " x " + height + " pixels whose runs sum to " + sum);
        }
    }

    /** Pixels inside. */
    public long area() {
        long area = 0;
        for (int i = 1; i < runs.length; i += 2) {
            area += runs[i];
        }
        return area;
    }
}
