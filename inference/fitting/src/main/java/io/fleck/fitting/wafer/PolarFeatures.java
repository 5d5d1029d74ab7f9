package io.fleck.fitting.wafer;

import io.fleck.core.wafer.grid.DieGrid;
import java.util.Arrays;

/**
 * Where on a wafer dies fail, whatever way it is turned: the density of failing dies in 8 rings x 16 sectors; of each ring
 * the first five magnitudes of its Fourier transform over the sectors and the mean of its three densest; the density of
 * the whole; and the square roots of all.
 */
final class PolarFeatures {
    private static final int RINGS = 8;
    private static final int SECTORS = 16;
    private static final int MAGNITUDES = 5;
    private static final int DENSEST = 3;
    private static final int PLAIN = RINGS * MAGNITUDES + RINGS + 1;

    /** Number of features. */
    static final int COUNT = 2 * PLAIN;

    private PolarFeatures() {}

    static double[] of(DieGrid grid) {
        double[][] density = density(grid);
        double[] features = new double[COUNT];
        int next = 0;
        double sum = 0;
        for (double[] ring : density) {
            for (int k = 0; k < MAGNITUDES; k++) {
                features[next++] = magnitude(ring, k);
            }
            double[] sorted = ring.clone();
            Arrays.sort(sorted);
            features[next++] =
                    Arrays.stream(sorted, SECTORS - DENSEST, SECTORS).average().orElse(0);
            sum += Arrays.stream(ring).sum();
        }
        features[next] = sum / (RINGS * SECTORS);
        for (int i = 0; i < PLAIN; i++) {
            features[PLAIN + i] = Math.sqrt(features[i]);
        }
        return features;
    }

    private static double[][] density(DieGrid grid) {
        double[][] fails = new double[RINGS][SECTORS];
        double[][] dies = new double[RINGS][SECTORS];
        for (int i = 0; i < grid.dies().length; i++) {
            int row = i / grid.columns();
            int column = i % grid.columns();
            double y = (row + 0.5) / grid.rows() * 2 - 1;
            double x = (column + 0.5) / grid.columns() * 2 - 1;
            int ring = Math.min(RINGS - 1, (int) (Math.hypot(y, x) * RINGS));
            int sector = (int) ((Math.atan2(y, x) + Math.PI) / (2 * Math.PI) * SECTORS) % SECTORS;
            byte die = grid.dies()[i];
            dies[ring][sector] += die == DieGrid.NO_DIE ? 0 : 1;
            fails[ring][sector] += die == DieGrid.FAIL ? 1 : 0;
        }
        for (int ring = 0; ring < RINGS; ring++) {
            for (int sector = 0; sector < SECTORS; sector++) {
                fails[ring][sector] /= Math.max(1, dies[ring][sector]);
            }
        }
        return fails;
    }

    private static double magnitude(double[] ring, int k) {
        double real = 0;
        double imaginary = 0;
        for (int sector = 0; sector < ring.length; sector++) {
            double angle = 2 * Math.PI * k * sector / ring.length;
            real += ring[sector] * Math.cos(angle);
            imaginary += ring[sector] * Math.sin(angle);
        }
        return Math.hypot(real, imaginary) / ring.length;
    }
}
