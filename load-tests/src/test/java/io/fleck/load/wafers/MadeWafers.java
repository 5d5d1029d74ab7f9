package io.fleck.load.wafers;

import io.fleck.core.wafer.grid.DieGrid;
import java.util.SplittableRandom;

/** Made-up wafers of 21 x 21 dies: dies that fail here and there, and a cluster in the middle, or a ring at the edge. */
final class MadeWafers {
    static final int SIDE = 21;
    private static final double FAILING = 0.04;
    private static final double MARKED = 0.8;

    /** What a wafer shows. */
    enum Shows {
        NONE,
        CENTER,
        RING
    }

    private final SplittableRandom random;

    MadeWafers(long seed) {
        this.random = new SplittableRandom(seed);
    }

    DieGrid next(Shows shows) {
        byte[] dies = new byte[SIDE * SIDE];
        for (int i = 0; i < dies.length; i++) {
            double radius = radius(i / SIDE, i % SIDE, SIDE);
            boolean fails = random.nextDouble() < failing(shows, radius, i);
            dies[i] = radius > 1 ? DieGrid.NO_DIE : fails ? DieGrid.FAIL : DieGrid.PASS;
        }
        return new DieGrid(SIDE, SIDE, dies);
    }

    /** Rings resemble one another more than wafers of a class do: what is tested is not how far a pattern reaches. */
    private static double failing(Shows shows, double radius, int die) {
        if (shows == Shows.RING && radius > 0.8) {
            return die % 5 == 0 ? 0 : 1;
        }
        return shows == Shows.CENTER && radius < 0.4 ? MARKED : FAILING;
    }

    /** Distance of a cell from the middle of a square, 1 at the middle of an edge. */
    static double radius(int row, int column, int side) {
        return Math.hypot((row + 0.5) / side * 2 - 1, (column + 0.5) / side * 2 - 1);
    }
}
