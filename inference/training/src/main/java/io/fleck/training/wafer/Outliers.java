package io.fleck.training.wafer;

import io.fleck.core.wafer.grid.DieCanvas;
import io.fleck.core.wafer.grid.DieGrid;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Patterns that belong to no class, made of wafers that do (after mixture outlier exposure: Zhang, Inkawhich, Linderman,
 * Chen, Li, "Mixture outlier exposure", 2023): the union of two classes' failing dies, one within a half plane or a disc
 * of the other, or the wafer's inner blocks shuffled.
 */
final class Outliers {
    private static final int KINDS = 6;
    private static final int BLOCKS = 6;

    private final RandomGenerator random;

    Outliers(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Mixes two wafers.
     *
     * @param first a wafer with a signature: shuffled or mixed, one without would still have none, or leave the other's
     * @param mixable whether the second has a signature too, and another one
     * @return empty where the draw would give no outlier
     */
    Optional<DieCanvas> of(DieCanvas first, DieCanvas second, boolean mixable) {
        int kind = random.nextInt(KINDS);
        if (kind > 2) {
            return Optional.of(shuffled(first));
        }
        return mixable ? Optional.of(mixed(first, second, kind)) : Optional.empty();
    }

    private DieCanvas mixed(DieCanvas first, DieCanvas second, int kind) {
        int side = first.side();
        double angle = random.nextDouble() * 2 * Math.PI;
        double radius = 0.35 + 0.4 * random.nextDouble();
        byte[] dies = new byte[side * side];
        for (int cell = 0; cell < dies.length; cell++) {
            int row = cell / side;
            int column = cell % side;
            double y = 2.0 * row / (side - 1) - 1;
            double x = 2.0 * column / (side - 1) - 1;
            boolean own = failing(first, cell);
            boolean other = failing(second, cell);
            boolean failing = switch (kind) {
                case 0 -> own || other;
                case 1 -> Math.cos(angle) * x + Math.sin(angle) * y > 0 ? own : other;
                default -> Math.hypot(x, y) < radius ? own : other;
            };
            dies[cell] = die(first, cell, failing);
        }
        return first.withDies(dies);
    }

    private static boolean failing(DieCanvas canvas, int cell) {
        return canvas.die(cell) == DieGrid.FAIL;
    }

    private static byte die(DieCanvas canvas, int cell, boolean failing) {
        if (canvas.die(cell) == DieGrid.NO_DIE) {
            return DieGrid.NO_DIE;
        }
        return failing ? DieGrid.FAIL : DieGrid.PASS;
    }

    /** The inner 4 x 4 of 6 x 6 blocks change places. */
    private DieCanvas shuffled(DieCanvas canvas) {
        int side = canvas.side();
        int block = side / BLOCKS;
        int[] order = innerOrder();
        byte[] dies = new byte[side * side];
        for (int cell = 0; cell < dies.length; cell++) {
            int row = cell / side;
            int column = cell % side;
            int number = Math.min(row / block, BLOCKS - 1) * BLOCKS + Math.min(column / block, BLOCKS - 1);
            int from = order[number];
            int source = (from / BLOCKS * block + row - number / BLOCKS * block) * side
                    + from % BLOCKS * block
                    + column
                    - number % BLOCKS * block;
            dies[cell] = die(canvas, cell, failing(canvas, source));
        }
        return canvas.withDies(dies);
    }

    private int[] innerOrder() {
        int[] order = new int[BLOCKS * BLOCKS];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int inner = BLOCKS - 2;
        for (int i = inner * inner - 1; i > 0; i--) {
            int a = place(i, inner);
            int b = place(random.nextInt(i + 1), inner);
            int swapped = order[a];
            order[a] = order[b];
            order[b] = swapped;
        }
        return order;
    }

    private static int place(int i, int inner) {
        return (i / inner + 1) * BLOCKS + i % inner + 1;
    }
}
