package io.fleck.core.wafer.grid;

/**
 * A wafer's dies centred on a square of cells of a fixed size, which is what the network of die grids reads. A grid that
 * is larger than the square is thinned to it by nearest neighbour; a smaller one stays as it is, because resizing a die
 * map destroys scratches (measured: detectors of maps that were resized lose them).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class DieCanvas {
    /** Ways to look at a wafer: four turns, each mirrored or not. */
    public static final int VIEWS = 8;

    private final int side;
    private final byte[] dies;
    private final float[] radii;

    private DieCanvas(int side, byte[] dies, float[] radii) {
        this.side = side;
        this.dies = dies;
        this.radii = radii;
    }

    /**
     * Centres a grid.
     *
     * @param side rows and columns of the square, an even number
     */
    public static DieCanvas of(DieGrid grid, int side) {
        if (side < 2 || side % 2 != 0) {
            throw new IllegalArgumentException("a canvas of " + side + " cells; allowed are even numbers from 2");
        }
        byte[] dies = new byte[side * side];
        float[] radii = new float[side * side];
        Axis vertical = Axis.of(grid.rows(), side);
        Axis horizontal = Axis.of(grid.columns(), side);
        for (int y = 0; y < vertical.cells(); y++) {
            int row = vertical.source(y);
            for (int x = 0; x < horizontal.cells(); x++) {
                int column = horizontal.source(x);
                int cell = (vertical.first() + y) * side + horizontal.first() + x;
                dies[cell] = grid.dies()[row * grid.columns() + column];
                radii[cell] = (float) Math.min(1, Math.hypot(vertical.offset(row), horizontal.offset(column)));
            }
        }
        return new DieCanvas(side, dies, radii);
    }

    /** How one axis of a grid lies on the canvas. */
    private record Axis(int length, int cells, int first) {
        static Axis of(int length, int side) {
            int cells = Math.min(length, side);
            return new Axis(length, cells, (side - cells) / 2);
        }

        int source(int cell) {
            return (int) ((cell + 0.5) * length / cells);
        }

        /** Distance from the centre, 1 at the wafer's edge. */
        double offset(int source) {
            return (source + 0.5 - length / 2.0) / (length / 2.0);
        }
    }

    /** Rows and columns. */
    public int side() {
        return side;
    }

    /** What lies in a cell, as {@link DieGrid} numbers it; cells are counted row by row. */
    public byte die(int cell) {
        return dies[cell];
    }

    /** Distance of a cell's die from the centre of the wafer, 0 to 1 at its edge; 0 where there is no die. */
    public float radius(int cell) {
        return dies[cell] == DieGrid.NO_DIE ? 0 : radii[cell];
    }

    /** The same places with other dies. */
    public DieCanvas withDies(byte[] others) {
        if (others.length != dies.length) {
            throw new IllegalArgumentException(others.length + " dies for a canvas of " + dies.length + " cells");
        }
        return new DieCanvas(side, others.clone(), radii);
    }

    /**
     * The wafer turned and mirrored.
     *
     * @param view from 0, the wafer as it is, to 7: 1 mirrors columns, 2 mirrors rows, 4 then swaps rows and columns
     */
    public DieCanvas seen(int view) {
        if (view < 0 || view >= VIEWS) {
            throw new IllegalArgumentException("view " + view + "; allowed are 0 to " + (VIEWS - 1));
        }
        if (view == 0) {
            return this;
        }
        byte[] seenDies = new byte[dies.length];
        float[] seenRadii = new float[dies.length];
        for (int cell = 0; cell < dies.length; cell++) {
            int source = source(cell / side, cell % side, view);
            seenDies[cell] = dies[source];
            seenRadii[cell] = radii[source];
        }
        return new DieCanvas(side, seenDies, seenRadii);
    }

    private int source(int row, int column, int view) {
        boolean swapped = (view & 4) != 0;
        int y = swapped ? column : row;
        int x = swapped ? row : column;
        return ((view & 2) != 0 ? side - 1 - y : y) * side + ((view & 1) != 0 ? side - 1 - x : x);
    }
}
