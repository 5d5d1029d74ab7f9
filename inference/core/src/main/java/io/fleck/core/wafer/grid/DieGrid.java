package io.fleck.core.wafer.grid;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The dies of a wafer on their native grid: one cell a die, with pass, fail and no die kept apart.
 *
 * @param rows at least 1
 * @param columns at least 1
 * @param dies {@link #NO_DIE}, {@link #PASS} or {@link #FAIL} row by row; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // a copy a wafer would cost more than it protects
public record DieGrid(int rows, int columns, byte[] dies) {
    /** No die lies here. */
    public static final byte NO_DIE = 0;
    /** A die that passed. */
    public static final byte PASS = 1;
    /** A die that failed. */
    public static final byte FAIL = 2;

    /** Checks the sizes and the values. */
    public DieGrid {
        if (rows < 1 || columns < 1 || dies.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException("a grid of " + rows + " x " + columns + " dies with " + dies.length
                    + " values; sizes must be at least 1 and there must be a value a cell");
        }
        for (byte die : dies) {
            if (die < NO_DIE || die > FAIL) {
                throw new IllegalArgumentException("die " + die + "; allowed are 0 (no die), 1 (pass) and 2 (fail)");
            }
        }
    }

    /** Dies that failed. */
    public int fails() {
        int fails = 0;
        for (byte die : dies) {
            fails += die == FAIL ? 1 : 0;
        }
        return fails;
    }

    /** Whether another object is a grid of the same dies. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DieGrid grid
                && grid.rows == rows
                && grid.columns == columns
                && Arrays.equals(grid.dies, dies);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(dies);
    }
}
