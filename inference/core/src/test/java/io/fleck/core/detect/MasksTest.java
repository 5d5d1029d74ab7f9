package io.fleck.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.Rectangle;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {
    private static ScoreMap map(int width, float... scores) {
        return new ScoreMap(width, scores.length / width, scores);
    }

    @Test
    void shouldMarkThePixelsStrictlyAboveTheThreshold() {
        // Four pixels a cell: the row reads 0 0 0.5 1.5 2.5 3.5 4 4.
        ScoreMap map = map(2, 0, 4);

        assertThat(Masks.of(map, 1.5, new Rectangle(0, 0, 8, 1), 8, 1).runs()).containsExactly(4, 4);
        assertThat(Masks.of(map, 1.4, new Rectangle(0, 0, 8, 1), 8, 1).runs()).containsExactly(3, 5);
        assertThat(Masks.of(map, -1, new Rectangle(0, 0, 8, 1), 8, 1).runs()).containsExactly(0, 8);
        assertThat(Masks.of(map, 4, new Rectangle(0, 0, 8, 1), 8, 1).runs()).containsExactly(8);
    }

    @Test
    void shouldPlaceTheRegionOfInterestInTheFrame() {
        Mask mask = Masks.of(map(1, 9), 1, new Rectangle(2, 1, 3, 2), 7, 4);

        // Row 0 and two pixels outside, three inside, four outside, three inside, the rest outside.
        assertThat(mask.runs()).containsExactly(9, 3, 4, 3, 9);
        assertThat(mask.area()).isEqualTo(6);
    }

    @ParameterizedTest(name = "{0} x {1} pixels")
    @CsvSource({"100, 100", "16, 16", "37, 53", "5, 5", "3, 40", "1, 1", "17, 200"})
    void shouldNeverBeEmptyWhenTheMaximumExceedsTheThreshold(int width, int height) {
        Random random = new Random(width * 1000L + height);
        for (int run = 0; run < 50; run++) {
            float[] scores = new float[16 * 16];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextFloat();
            }
            ScoreMap map = map(16, scores);
            double justBelow = Math.nextDown(map.maximum());
            Rectangle region = new Rectangle(1, 2, width, height);

            assertThat(Masks.of(map, justBelow, region, width + 3, height + 3).area())
                    .as("run %s", run)
                    .isPositive();
            assertThat(Masks.of(map, map.maximum(), region, width + 3, height + 3)
                            .area())
                    .as("run %s, threshold at the maximum", run)
                    .isZero();
        }
    }

    @Test
    void shouldMarkEveryCellAboveTheThresholdEvenIfInterpolationCutsIt() {
        // Two pixels a cell: no pixel's centre meets a cell's centre, the highest interpolated score is 0.5625.
        ScoreMap map = map(4, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Mask mask = Masks.of(map, 0.9, new Rectangle(0, 0, 8, 8), 8, 8);

        assertThat(mask.area()).isEqualTo(1);
        assertThat(Masks.regions(mask, map, new Rectangle(0, 0, 8, 8)))
                .singleElement()
                .satisfies(region -> assertThat(region.peakScore()).isEqualTo(1));
    }

    @Test
    void shouldAgreeWithThresholdingEveryPixel() {
        Random random = new Random(5);
        for (int run = 0; run < 40; run++) {
            float[] scores = new float[30];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextInt(5);
            }
            ScoreMap map = map(6, scores);
            ScoreMap large = new BilinearMap(map, 33, 21).whole();
            Mask expected = Masks.where(33, 21, pixel -> large.scores()[pixel] > 2.2);
            Mask mask = Masks.of(map, 2.2, new Rectangle(0, 0, 33, 21), 33, 21);

            // Marked cells may add pixels, never take any away; far above the grid's own size they add none inside.
            assertThat(Masks.labels(mask)).as("run %s", run).satisfies(labels -> {
                int[] wanted = Masks.labels(expected);
                for (int pixel = 0; pixel < labels.length; pixel++) {
                    assertThat(wanted[pixel] == 0 || labels[pixel] != 0)
                            .as("pixel %s is missing", pixel)
                            .isTrue();
                }
            });
            assertThat(mask.area() - expected.area()).as("pixels added").isBetween(0L, 30L);
        }
    }

    @Test
    void shouldRefuseARegionOfInterestOutsideTheFrame() {
        assertThatThrownBy(() -> Masks.of(map(1, 1), 0, new Rectangle(5, 0, 6, 1), 10, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 x 1");
    }

    @Test
    void shouldNumberComponentsInReadingOrder() {
        String[] drawing = {
            "#..#.", //
            ".#..#", "....#", "##...",
        };
        Mask mask = Masks.where(5, 4, pixel -> drawing[pixel / 5].charAt(pixel % 5) == '#');

        assertThat(Masks.labels(mask)).containsExactly(1, 0, 0, 2, 0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 2, 3, 3, 0, 0, 0);
    }

    @Test
    void shouldSplitRunsThatCrossTheEndOfARow() {
        // The last pixel of row 0 and the first of row 1 are one run but no neighbours.
        assertThat(Masks.labels(new Mask(4, 2, new int[] {3, 2, 3}))).containsExactly(0, 0, 0, 1, 2, 0, 0, 0);
    }
}
