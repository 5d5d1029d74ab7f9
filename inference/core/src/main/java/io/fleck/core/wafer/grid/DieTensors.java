package io.fleck.core.wafer.grid;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * One canvas as the network of die grids reads it: failing dies as sites with their neighbours, which of them pool into
 * each cell of the grid of half the resolution, and there the mean of fail, die and radius over each cell's four dies.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class DieTensors {
    /** Features of a site: 1, which tells it from an absent one, and its radius. */
    public static final int FEATURES = 2;

    /** Channels of the context: shares of failing dies and of dies, mean radius. */
    public static final int CONTEXT = 3;

    private final float[] features;
    private final int[] neighbours;
    private final int[] children;
    private final float[] context;

    private DieTensors(float[] features, int[] neighbours, int[] children, float[] context) {
        this.features = features;
        this.neighbours = neighbours;
        this.children = children;
        this.context = context;
    }

    /** Reads a canvas. */
    public static DieTensors of(DieCanvas canvas) {
        SparseGrid fails = fails(canvas);
        float[] features = new float[fails.sites() * FEATURES];
        for (int site = 0; site < fails.sites(); site++) {
            features[site * FEATURES] = 1;
            features[site * FEATURES + 1] = canvas.radius(fails.row(site) * canvas.side() + fails.column(site));
        }
        return new DieTensors(features, fails.neighbours(), fails.childrenOfAll(), context(canvas));
    }

    private static SparseGrid fails(DieCanvas canvas) {
        int side = canvas.side();
        int[] rows = new int[side * side];
        int[] columns = new int[side * side];
        int count = 0;
        for (int cell = 0; cell < side * side; cell++) {
            if (canvas.die(cell) == DieGrid.FAIL) {
                rows[count] = cell / side;
                columns[count++] = cell % side;
            }
        }
        return SparseGrid.of(side, side, Arrays.copyOf(rows, count), Arrays.copyOf(columns, count));
    }

    private static float[] context(DieCanvas canvas) {
        int half = canvas.side() / 2;
        float[] context = new float[CONTEXT * half * half];
        for (int cell = 0; cell < canvas.side() * canvas.side(); cell++) {
            int coarse = cell / canvas.side() / 2 * half + cell % canvas.side() / 2;
            context[coarse] += canvas.die(cell) == DieGrid.FAIL ? 0.25f : 0;
            context[half * half + coarse] += canvas.die(cell) == DieGrid.NO_DIE ? 0 : 0.25f;
            context[2 * half * half + coarse] += canvas.radius(cell) / 4;
        }
        return context;
    }

    /** Number of sites. */
    public int sites() {
        return features.length / FEATURES;
    }

    /** Appends [sites, 2]. */
    public void putFeatures(FloatBuffer to) {
        to.put(features);
    }

    /** Appends [sites, 9], counted on behind as many sites of the wafers before. */
    public void putNeighbours(IntBuffer to, int before) {
        put(neighbours, to, before);
    }

    /** Appends [cells of half the resolution, 4], counted on behind as many sites of the wafers before. */
    public void putChildren(IntBuffer to, int before) {
        put(children, to, before);
    }

    private static void put(int[] table, IntBuffer to, int before) {
        for (int entry : table) {
            to.put(entry == SparseGrid.ABSENT ? SparseGrid.ABSENT : entry + before);
        }
    }

    /** Appends [3, rows, columns] of half the resolution. */
    public void putContext(FloatBuffer to) {
        to.put(context);
    }
}
