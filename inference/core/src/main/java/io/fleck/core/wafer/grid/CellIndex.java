package io.fleck.core.wafer.grid;

import java.util.Arrays;

/**
 * From the number of a cell to the number of its site: open addressing with linear probing, at most half full. No boxes,
 * so that a list of 200,000 defects costs a few milliseconds.
 */
final class CellIndex {
    private static final long FREE = -1;
    /** 2^64 over the golden ratio: consecutive cells spread over the table (Knuth, TAOCP 3, 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] cells;
    private final int[] sites;
    private final int shift;

    /** Numbers cells by their position, from 0; all different. */
    CellIndex(long[] order) {
        int bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(2 * order.length));
        this.cells = new long[1 << bits];
        this.sites = new int[1 << bits];
        this.shift = Long.SIZE - bits;
        Arrays.fill(cells, FREE);
        for (int site = 0; site < order.length; site++) {
            int slot = slot(order[site]);
            cells[slot] = order[site];
            sites[slot] = site;
        }
    }

    /** The number of a cell's site, or -1 where there is none. */
    int site(long cell) {
        int slot = slot(cell);
        return cells[slot] == FREE ? -1 : sites[slot];
    }

    /** Where a cell lies, or the free slot where it would lie. */
    private int slot(long cell) {
        int slot = (int) ((cell * SPREAD) >>> shift);
        while (cells[slot] != FREE && cells[slot] != cell) {
            slot = (slot + 1) & (cells.length - 1);
        }
        return slot;
    }
}
