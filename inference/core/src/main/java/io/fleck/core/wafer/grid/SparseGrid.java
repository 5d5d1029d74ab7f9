package io.fleck.core.wafer.grid;

import java.util.Arrays;

/**
 * Occupied cells (sites) of a grid that is too large or too empty to be stored, in row-major order, and the index tables
 * of submanifold convolution over them (Graham, Engelcke, van der Maaten, "3D semantic segmentation with submanifold
 * sparse convolutional networks", 2018): a site reads only occupied neighbours, and no site appears that was not there.
 *
 * <p>In every table 0 stands for an absent cell and i + 1 for site i: the network puts a row of zeros in front. Tables of
 * several grids are laid behind each other by adding to what is not 0 the number of sites before.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SparseGrid {
    /** What tables say of a cell that is not occupied. */
    public static final int ABSENT = 0;

    /** Cells of the square that a convolution reads, row by row. */
    public static final int NEIGHBOURS = 9;

    /** Cells of a finer grid within a cell of the next coarser one, row by row. */
    public static final int CHILDREN = 4;

    private final int height;
    private final int width;
    private final long[] cells;
    private final CellIndex index;

    private SparseGrid(int height, int width, long[] cells) {
        this.height = height;
        this.width = width;
        this.cells = cells;
        this.index = new CellIndex(cells);
    }

    /**
     * A grid with these sites; the order of the cells and how often one occurs do not matter.
     *
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @param rows of the cells, from 0
     * @param columns of the cells, from 0; as many
     */
    public static SparseGrid of(int height, int width, int[] rows, int[] columns) {
        if (height < 1 || width < 1 || rows.length != columns.length) {
            throw new IllegalArgumentException("a grid of " + height + " x " + width + " cells with " + rows.length
                    + " rows and " + columns.length + " columns; sizes must be at least 1 and both lists as long");
        }
        long[] cells = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            cells[i] = cell(height, width, rows[i], columns[i]);
        }
        return new SparseGrid(height, width, distinct(cells));
    }

    private static long cell(int height, int width, int row, int column) {
        if (row < 0 || row >= height || column < 0 || column >= width) {
            throw new IllegalArgumentException(
                    "cell " + row + ", " + column + " outside of a grid of " + height + " x " + width);
        }
        return (long) row * width + column;
    }

    private static long[] distinct(long[] cells) {
        Arrays.sort(cells);
        int kept = 0;
        for (int i = 0; i < cells.length; i++) {
            if (i == 0 || cells[i] != cells[i - 1]) {
                cells[kept++] = cells[i];
            }
        }
        return Arrays.copyOf(cells, kept);
    }

    /** Number of sites. */
    public int sites() {
        return cells.length;
    }

    /** Rows of the grid. */
    public int height() {
        return height;
    }

    /** Columns of the grid. */
    public int width() {
        return width;
    }

    /** Row of a site. */
    public int row(int site) {
        return (int) (cells[site] / width);
    }

    /** Column of a site. */
    public int column(int site) {
        return (int) (cells[site] % width);
    }

    /** The entry of a cell in a table: {@link #ABSENT} where it is not occupied or lies outside of the grid. */
    public int entry(int row, int column) {
        boolean inside = row >= 0 && row < height && column >= 0 && column < width;
        return inside ? index.site((long) row * width + column) + 1 : ABSENT;
    }

    /** [sites, 9]: each site's 3 x 3 square. */
    public int[] neighbours() {
        int[] table = new int[Math.multiplyExact(cells.length, NEIGHBOURS)];
        int next = 0;
        for (int site = 0; site < cells.length; site++) {
            int row = row(site);
            int column = column(site);
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    table[next++] = entry(row + dy, column + dx);
                }
            }
        }
        return table;
    }

    /** The grid of half the resolution, an odd edge rounded up: a cell is occupied if one of its four children is. */
    public SparseGrid halved() {
        int coarseWidth = (width + 1) / 2;
        long[] parents = new long[cells.length];
        for (int site = 0; site < cells.length; site++) {
            parents[site] = (long) (row(site) / 2) * coarseWidth + column(site) / 2;
        }
        return new SparseGrid((height + 1) / 2, coarseWidth, distinct(parents));
    }

    /** [coarser.sites, 4]: which of these sites pool into each site of {@link #halved}. */
    public int[] children(SparseGrid coarser) {
        int[] table = new int[Math.multiplyExact(coarser.sites(), CHILDREN)];
        for (int site = 0; site < coarser.sites(); site++) {
            children(coarser.row(site), coarser.column(site), table, site * CHILDREN);
        }
        return table;
    }

    /** [rows, columns, 4] of the grid of half the resolution: which sites pool into each of its cells, occupied or not. */
    public int[] childrenOfAll() {
        int rows = (height + 1) / 2;
        int columns = (width + 1) / 2;
        int[] table = new int[rows * columns * CHILDREN];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                children(row, column, table, (row * columns + column) * CHILDREN);
            }
        }
        return table;
    }

    private void children(int row, int column, int[] table, int from) {
        table[from] = entry(2 * row, 2 * column);
        table[from + 1] = entry(2 * row, 2 * column + 1);
        table[from + 2] = entry(2 * row + 1, 2 * column);
        table[from + 3] = entry(2 * row + 1, 2 * column + 1);
    }
}
