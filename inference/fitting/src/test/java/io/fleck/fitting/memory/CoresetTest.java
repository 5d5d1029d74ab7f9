package io.fleck.fitting.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.fitting.parallel.Workers;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoresetTest {
    private final Workers workers = new Workers(3);

    @AfterEach
    void close() {
        workers.close();
    }

    private static float[][] cloud(int points, int dimensions, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, points)
                .mapToObj(i -> {
                    float[] point = new float[dimensions];
                    for (int d = 0; d < dimensions; d++) {
                        point[d] = (float) random.nextGaussian();
                    }
                    return point;
                })
                .toArray(float[][]::new);
    }

    private static double radius(float[][] points, int[] chosen) {
        return Arrays.stream(points)
                .mapToDouble(point -> Arrays.stream(chosen)
                        .mapToDouble(i -> Coreset.squared(point, points[i]))
                        .min()
                        .orElseThrow())
                .max()
                .orElseThrow();
    }

    @Test
    void shouldTakeThePointFarthestFromThoseTaken() throws InterruptedException {
        float[][] line = {{0}, {1}, {2}, {10}, {6}};

        assertThat(Coreset.of(line, 3, workers)).containsExactly(0, 3, 4);
    }

    @Test
    void shouldFindEverySmallClusterThatADrawWouldMiss() throws InterruptedException {
        float[][] points = cloud(3000, 4, 1);
        for (int rare = 0; rare < 5; rare++) {
            points[500 * rare + 3][rare % 4] += 40 * (rare + 1);
        }

        assertThat(Coreset.of(points, 20, workers)).contains(3, 503, 1003, 1503, 2003);
    }

    @Test
    void shouldCoverBetterThanTheSameNumberDrawnAtRandom() throws InterruptedException {
        float[][] points = cloud(2000, 3, 2);
        int[] drawn = IntStream.range(0, 50).toArray();

        assertThat(radius(points, Coreset.of(points, 50, workers))).isLessThan(0.5 * radius(points, drawn));
    }

    @Test
    void shouldTakeAllPointsWhereThereAreNoMore() throws InterruptedException {
        assertThat(Coreset.of(cloud(5, 2, 3), 9, workers)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }
}
