package io.fleck.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.detect.Region.Point;
import io.fleck.core.image.Rectangle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionsTest {
    private static Mask draw(String... rows) {
        int width = rows[0].length();
        return Masks.where(width, rows.length, pixel -> rows[pixel / width].charAt(pixel % width) == '#');
    }

    private static ScoreMap flat(float score) {
        return new ScoreMap(1, 1, new float[] {score});
    }

    private static List<Region> regions(Mask mask) {
        return Masks.regions(mask, flat(1), new Rectangle(0, 0, mask.width(), mask.height()));
    }

    @Test
    void shouldMeasureARegionInPixelsOfTheFrame() {
        Mask mask = draw("......", "..##..", "..#...", "......");
        // One cell a pixel, the score is 10 * row + column.
        float[] scores = new float[24];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 10 * (i / 6) + i % 6;
        }
        Region region = Masks.regions(mask, new ScoreMap(6, 4, scores), new Rectangle(0, 0, 6, 4))
                .get(0);

        assertThat(region.bounds()).isEqualTo(new Rectangle(2, 1, 2, 2));
        assertThat(region.area()).isEqualTo(3);
        assertThat(region.peakScore()).isEqualTo(22);
        assertThat(region.meanScore()).isCloseTo((12 + 13 + 22) / 3.0, within(1e-9));
    }

    @Test
    void shouldPutTheHighestPeakFirst() {
        Mask mask = draw("#.#.#", "#....");
        ScoreMap map = new ScoreMap(5, 2, new float[] {1, 0, 3, 0, 2, 1, 0, 0, 0, 0});

        assertThat(Masks.regions(mask, map, new Rectangle(0, 0, 5, 2)))
                .extracting(Region::peakScore)
                .containsExactly(3.0, 2.0, 1.0);
    }

    @Test
    void shouldPutTheLargerThenTheUpperFirstAmongEqualPeaks() {
        assertThat(regions(draw("#.##.#", "......", "#....#")))
                .extracting(Region::bounds)
                .containsExactly(
                        new Rectangle(2, 0, 2, 1),
                        new Rectangle(0, 0, 1, 1),
                        new Rectangle(5, 0, 1, 1),
                        new Rectangle(0, 2, 1, 1),
                        new Rectangle(5, 2, 1, 1));
    }

    @Test
    void shouldTraceTheOuterContourClockwise() {
        assertThat(regions(draw("...", ".#.", "...")).get(0).outline())
                .as("a pixel")
                .containsExactly(new Point(1, 1), new Point(2, 1), new Point(2, 2), new Point(1, 2));
        assertThat(regions(draw("##", "#.")).get(0).outline())
                .as("an L")
                .containsExactly(
                        new Point(0, 0),
                        new Point(2, 0),
                        new Point(2, 1),
                        new Point(1, 1),
                        new Point(1, 2),
                        new Point(0, 2));
    }

    @Test
    void shouldTraceAroundAHoleAndNotIntoIt() {
        assertThat(regions(draw("###", "#.#", "###")).get(0).outline())
                .containsExactly(new Point(0, 0), new Point(3, 0), new Point(3, 3), new Point(0, 3));
    }

    @Test
    void shouldTraceAcrossACornerThatJoinsTwoPixels() {
        assertThat(regions(draw("#.", ".#")).get(0).outline())
                .containsExactly(
                        new Point(0, 0),
                        new Point(1, 0),
                        new Point(1, 1),
                        new Point(2, 1),
                        new Point(2, 2),
                        new Point(1, 2),
                        new Point(1, 1),
                        new Point(0, 1));
    }

    @Test
    void shouldAgreeWithFloodFillAndEncloseEveryPixel() {
        Random random = new Random(21);
        for (int run = 0; run < 200; run++) {
            double density = 0.2 + 0.6 * random.nextDouble();
            int width = 1 + random.nextInt(14);
            int height = 1 + random.nextInt(14);
            boolean[] inside = new boolean[width * height];
            for (int i = 0; i < inside.length; i++) {
                inside[i] = random.nextDouble() < density;
            }
            Mask mask = Masks.where(width, height, pixel -> inside[pixel]);
            List<Integer> sizes = floodFill(inside.clone(), width);

            assertThat(regions(mask))
                    .extracting(region -> (int) region.area())
                    .as("areas of run %s", run)
                    .containsExactlyInAnyOrderElementsOf(sizes);
            for (Region region : regions(mask)) {
                assertThat(enclosed(region.outline()))
                        .as("area inside the outline of run %s", run)
                        .isGreaterThanOrEqualTo(region.area());
            }
        }
    }

    @Test
    void shouldEncloseExactlyARegionWithoutHoles() {
        assertThat(enclosed(
                        regions(draw(".##..", "####.", ".####", "...#.")).get(0).outline()))
                .isEqualTo(11);
    }

    /** Shoelace formula; positive when clockwise with y downwards. */
    private static long enclosed(List<Point> outline) {
        long twice = 0;
        for (int i = 0; i < outline.size(); i++) {
            Point a = outline.get(i);
            Point b = outline.get((i + 1) % outline.size());
            twice += (long) a.x() * b.y() - (long) b.x() * a.y();
        }
        return twice / 2;
    }

    private static List<Integer> floodFill(boolean[] inside, int width) {
        List<Integer> sizes = new ArrayList<>();
        for (int start = 0; start < inside.length; start++) {
            if (inside[start]) {
                sizes.add(fillFrom(start, inside, width));
            }
        }
        return sizes;
    }

    private static int fillFrom(int start, boolean[] inside, int width) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        inside[start] = false;
        int size = 0;
        while (!open.isEmpty()) {
            int pixel = open.pop();
            size++;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int x = pixel % width + dx;
                    int next = pixel + dy * width + dx;
                    if (x >= 0 && x < width && next >= 0 && next < inside.length && inside[next]) {
                        inside[next] = false;
                        open.push(next);
                    }
                }
            }
        }
        return size;
    }
}
