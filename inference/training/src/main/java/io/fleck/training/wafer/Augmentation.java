package io.fleck.training.wafer;

import io.fleck.core.wafer.grid.DieCanvas;
import io.fleck.core.wafer.grid.DieGrid;
import java.util.random.RandomGenerator;

/**
 * Changes a wafer in ways that leave its signature: any of the eight views; in half of the wafers up to 15 % of the
 * failing dies pass; up to 2 % of the passing dies fail.
 */
final class Augmentation {
    private static final double THINNED = 0.5;
    private static final double MOST_THINNING = 0.15;
    private static final double MOST_BACKGROUND = 0.02;

    private final RandomGenerator random;

    Augmentation(RandomGenerator random) {
        this.random = random;
    }

    DieCanvas of(DieCanvas canvas) {
        double thinning = random.nextDouble() < THINNED ? random.nextDouble() * MOST_THINNING : 0;
        double background = random.nextDouble() * MOST_BACKGROUND;
        DieCanvas seen = canvas.seen(random.nextInt(DieCanvas.VIEWS));
        byte[] dies = new byte[seen.side() * seen.side()];
        for (int cell = 0; cell < dies.length; cell++) {
            dies[cell] = changed(seen.die(cell), thinning, background);
        }
        return seen.withDies(dies);
    }

    private byte changed(byte die, double thinning, double background) {
        return switch (die) {
            case DieGrid.FAIL -> random.nextDouble() < thinning ? DieGrid.PASS : DieGrid.FAIL;
            case DieGrid.PASS -> random.nextDouble() < background ? DieGrid.FAIL : DieGrid.PASS;
            default -> die;
        };
    }
}
