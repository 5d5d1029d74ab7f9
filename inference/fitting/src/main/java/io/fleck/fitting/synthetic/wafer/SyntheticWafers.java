package io.fleck.fitting.synthetic.wafer;

import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Defects;
import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.Notch;
import io.fleck.core.wafer.WaferGeometry;
import io.fleck.core.wafer.WaferIdentity;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws wafers of 300 mm by seed and number: the same number gives the same wafer, whichever were drawn before. Most dies
 * with a defect fail.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SyntheticWafers {
    /** Bin of a die that passed. */
    public static final int PASSED = 1;

    /** Bin of a die that failed. */
    public static final int FAILED = 7;

    private static final double DIAMETER_MM = 300;

    /** Dies are not placed closer to the edge. */
    private static final double USABLE = 0.975;

    private static final double PITCH_X = 8_000;
    private static final double PITCH_Y = 7_600;

    /** Probability that a defect kills its die. */
    private static final double KILLS = 0.85;

    private static final int COLUMNS = columns(PITCH_X);
    private static final int ROWS = columns(PITCH_Y);

    /** The grid lies centred on the wafer. */
    private static final DieLayout DIES = new DieLayout(PITCH_X, PITCH_Y, -COLUMNS * PITCH_X / 2, -ROWS * PITCH_Y / 2);

    private static final WaferGeometry GEOMETRY = new WaferGeometry(DIAMETER_MM, DIES, Notch.DOWN);

    private final long seed;

    /** Wafers of a seed. */
    public SyntheticWafers(long seed) {
        this.seed = seed;
    }

    private static int columns(double pitch) {
        return (int) (2 * USABLE * DIAMETER_MM * 500 / pitch);
    }

    /**
     * Draws a wafer.
     *
     * @param number of the wafer
     * @param identity who it is taken for
     */
    public SyntheticWafer wafer(Signature signature, long number, WaferIdentity identity) {
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
        Sheet sheet = new Sheet(GEOMETRY.radius());
        signature.drawing().draw(sheet, random.split());
        Defects defects = sheet.defects();
        return new SyntheticWafer(signature, new DefectMap(identity, GEOMETRY, defects, bins(defects, random)));
    }

    private static BinMap bins(Defects defects, RandomGenerator random) {
        int[] bins = new int[ROWS * COLUMNS];
        Arrays.fill(bins, PASSED);
        for (int i = 0; i < defects.count(); i++) {
            int column = (int) Math.floor((defects.x()[i] - DIES.originX()) / PITCH_X);
            int row = (int) Math.floor((defects.y()[i] - DIES.originY()) / PITCH_Y);
            boolean kills = random.nextDouble() < KILLS;
            if (kills && column >= 0 && column < COLUMNS && row >= 0 && row < ROWS) {
                bins[(ROWS - 1 - row) * COLUMNS + column] = FAILED;
            }
        }
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                if (!fits(column, row)) {
                    bins[(ROWS - 1 - row) * COLUMNS + column] = BinMap.NO_DIE;
                }
            }
        }
        return new BinMap(ROWS, COLUMNS, bins, new int[] {FAILED});
    }

    /** Whether all four corners of a die lie on the usable part. */
    private static boolean fits(int column, int row) {
        double left = Math.abs(DIES.originX() + column * PITCH_X);
        double right = Math.abs(DIES.originX() + (column + 1) * PITCH_X);
        double low = Math.abs(DIES.originY() + row * PITCH_Y);
        double high = Math.abs(DIES.originY() + (row + 1) * PITCH_Y);
        return Math.hypot(Math.max(left, right), Math.max(low, high)) <= USABLE * GEOMETRY.radius();
    }
}
