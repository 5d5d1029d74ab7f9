package io.fleck.core.detect;

import java.util.Arrays;

/** Collects the runs of a {@link Mask} from left to right, row by row. */
final class RunLengths {
    private int[] runs = new int[64];
    private int count = 1;
    private boolean inside;

    /** Appends pixels that are all inside or all outside. */
    void append(boolean isInside, int pixels) {
        if (pixels == 0) {
            return;
        }
        if (isInside != inside) {
            grow();
            inside = isInside;
            count++;
        }
        runs[count - 1] = Math.addExact(runs[count - 1], pixels);
    }

    private void grow() {
        if (count == runs.length) {
            runs = Arrays.copyOf(runs, 2 * count);
        }
    }

    Mask mask(int width, int height) {
        return new Mask(width, height, Arrays.copyOf(runs, count));
    }
}
