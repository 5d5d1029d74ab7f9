package io.fleck.fitting.backbone;

/**
 * The grid of sites that features are brought to, and that a score map has.
 *
 * @param rows from 1 to 256
 * @param columns from 1 to 256
 */
public record Grid(int rows, int columns) {
    private static final int MOST = 256;

    /** Checks the range. */
    public Grid {
        if (rows < 1 || rows > MOST || columns < 1 || columns > MOST) {
            throw new IllegalArgumentException(
                    "grid of " + rows + " x " + columns + " sites; allowed are 1 to " + MOST + " each");
        }
    }

    /** Number of sites. */
    public int sites() {
        return rows * columns;
    }

    @Override
    public String toString() {
        return rows + "x" + columns;
    }
}
