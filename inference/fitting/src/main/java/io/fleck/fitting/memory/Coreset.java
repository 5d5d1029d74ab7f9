package io.fleck.fitting.memory;

import io.fleck.fitting.parallel.Workers;
import java.util.Arrays;

/**
 * Few points that cover many: greedy k-centre, which takes the point that lies farthest from all taken ones again and again
 * (Gonzalez 1985; Roth et al., "Towards total recall in industrial anomaly detection", CVPR 2022, algorithm 1). No point
 * then lies farther from the chosen ones than twice the least radius that so many points could cover with.
 */
final class Coreset {
    /** Points a worker takes at a time. */
    private static final int BLOCK = 512;

    private final float[][] points;
    private final float[] distances;
    private final Workers workers;

    private Coreset(float[][] points, Workers workers) {
        this.points = points;
        this.distances = new float[points.length];
        this.workers = workers;
        Arrays.fill(distances, Float.MAX_VALUE);
    }

    /**
     * Chooses.
     *
     * @param points at least one, of the same dimensions
     * @param size of the choice; all points where there are no more
     * @return indices of the points, in the order in which they were taken; the first point is always taken first
     */
    static int[] of(float[][] points, int size, Workers workers) throws InterruptedException {
        return new Coreset(points, workers).choose(Math.min(size, points.length));
    }

    private int[] choose(int size) throws InterruptedException {
        int[] chosen = new int[size];
        for (int i = 1; i < size; i++) {
            approach(points[chosen[i - 1]]);
            chosen[i] = farthest();
        }
        return chosen;
    }

    /** Brings every point's distance down to that of a newly taken one where it is nearer. */
    private void approach(float[] taken) throws InterruptedException {
        int blocks = (points.length + BLOCK - 1) / BLOCK;
        workers.forEach(blocks, block -> {
            int end = Math.min(points.length, (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < end; i++) {
                distances[i] = Math.min(distances[i], squared(points[i], taken));
            }
        });
    }

    private int farthest() {
        int farthest = 0;
        for (int i = 1; i < distances.length; i++) {
            if (distances[i] > distances[farthest]) {
                farthest = i;
            }
        }
        return farthest;
    }

    static float squared(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            float difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }
}
