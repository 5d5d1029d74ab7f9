package io.fleck.core.wafer;

import io.fleck.core.wafer.grid.DieGrid;
import java.util.Arrays;

/**
 * Bin of each die on the wafer's own die grid.
 *
 * <p>The arrays are not copied: whoever builds a map gives them up, whoever reads one leaves them alone.
 *
 * @param rows rows of the grid, at least 1
 * @param columns columns of the grid, at least 1
 * @param bins bin of each die, 0 or more, row by row from the top; {@link #NO_DIE} where there is none
 * @param failBins bins that count as failed, 0 or more, ascending, each once
 */
@SuppressWarnings("ArrayRecordComponent") // a grid, compared by nobody
public record BinMap(int rows, int columns, int[] bins, int[] failBins) {
    /** Entry of a place without a die. */
    public static final int NO_DIE = -1;

    /** Checks that the sizes belong together and that bins are valid. */
    public BinMap {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("bin map of " + rows + " x " + columns + "; both must be at least 1");
        }
        if (bins.length != (long) rows * columns) {
            throw new IllegalArgumentException("bin map of " + rows + " x " + columns + " needs "
                    + (long) rows * columns + " entries, got " + bins.length);
        }
        for (int bin : bins) {
            if (bin < NO_DIE) {
                throw new IllegalArgumentException("bin " + bin + "; it must be 0 or more, or -1 where no die is");
            }
        }
        for (int i = 0; i < failBins.length; i++) {
            if (failBins[i] < 0 || (i > 0 && failBins[i] <= failBins[i - 1])) {
                throw new IllegalArgumentException(
                        "fail bins are " + Arrays.toString(failBins) + "; they must be 0 or more, ascending");
            }
        }
    }

    /** Bin at a place; {@link #NO_DIE} where there is no die. Row 0 is at the top. */
    public int bin(int row, int column) {
        return bins[row * columns + column];
    }

    /** Whether this bin counts as failed. */
    public boolean failed(int bin) {
        return Arrays.binarySearch(failBins, bin) >= 0;
    }

    /** Places that have a die. */
    public int dies() {
        int dies = 0;
        for (int bin : bins) {
            dies += bin == NO_DIE ? 0 : 1;
        }
        return dies;
    }

    /** Dies whose bin counts as failed. */
    public int failedDies() {
        int failed = 0;
        for (int bin : bins) {
            failed += failed(bin) ? 1 : 0;
        }
        return failed;
    }

    /** Which dies there are, and which failed, as a network of die grids reads them. */
    public DieGrid grid() {
        byte[] dies = new byte[bins.length];
        for (int i = 0; i < bins.length; i++) {
            byte judged = failed(bins[i]) ? DieGrid.FAIL : DieGrid.PASS;
            dies[i] = bins[i] == NO_DIE ? DieGrid.NO_DIE : judged;
        }
        return new DieGrid(rows, columns, dies);
    }
}
