package io.fleck.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.detect.Mask;
import io.fleck.core.detect.Masks;
import io.fleck.core.detect.ScoreMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AuproTest {
    /** One labelled image of one row; equal numbers above 0 are one region. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Row(float[] scores, int[] regions) {
        ScoreMap map() {
            return new ScoreMap(scores.length, 1, scores);
        }

        Mask mask() {
            return Masks.where(scores.length, 1, pixel -> regions[pixel] > 0);
        }

        boolean good() {
            return Arrays.stream(regions).allMatch(region -> region == 0);
        }
    }

    private static PixelScores pixels(List<Row> rows) {
        PixelScores.Builder builder = PixelScores.builder();
        for (Row row : rows) {
            if (row.good()) {
                builder.addGood(row.map());
            } else {
                builder.addDefective(row.map(), row.mask());
            }
        }
        return builder.build();
    }

    private static Row row(int[] regions, float... scores) {
        return new Row(scores, regions);
    }

    @Test
    void shouldBeOneWhenEveryDefectivePixelIsAboveEveryGoodOne() {
        PixelScores pixels = pixels(List.of(row(new int[] {0, 1, 1, 0}, 1, 5, 6, 2), row(new int[4], 0, 1, 2, 3)));

        assertThat(Aupro.of(pixels, 0.3)).hasValue(1);
        assertThat(Auroc.of(pixels.sorted())).hasValue(1);
        assertThat(pixels.regions()).isEqualTo(1);
    }

    @Test
    void shouldGiveASmallRegionTheWeightOfALargeOne() {
        // The large region is found before any good pixel, the small one after half of them.
        PixelScores pixels = pixels(List.of(row(new int[] {1, 1, 1, 0, 2, 0}, 9, 9, 9, 4, 2, 1)));

        // Overlap 0.5 up to a rate of 0.5, then 1.
        assertThat(Aupro.of(pixels, 1).orElseThrow()).isCloseTo(0.5 * 0.5 + 0.5, within(1e-12));
        assertThat(Auroc.of(pixels.sorted()).orElseThrow())
                .as("pixel AUROC weighs pixels instead")
                .isCloseTo((3 * 2 + 1) / 8.0, within(1e-12));
    }

    @Test
    void shouldCutTheCurveAtTheLimitByInterpolation() {
        // One tie of all: the curve is the diagonal, its area up to 0.3 is 0.045, over 0.3.
        PixelScores pixels = pixels(List.of(row(new int[] {0, 1, 0, 0}, 7, 7, 7, 7)));

        assertThat(Aupro.of(pixels, 0.3).orElseThrow()).isCloseTo(0.15, within(1e-12));
    }

    @Test
    void shouldCountRegionsByImage() {
        PixelScores pixels = pixels(List.of(row(new int[] {1, 0, 2}, 1, 0, 1), row(new int[] {1, 0, 0}, 1, 0, 0)));

        assertThat(pixels.regions()).isEqualTo(3);
    }

    @Test
    void shouldHaveNoFigureWithoutDefectivePixels() {
        PixelScores pixels = pixels(List.of(row(new int[2], 1, 2)));

        assertThat(Aupro.of(pixels, 0.3)).isEmpty();
        assertThat(Auroc.of(pixels.sorted())).isEmpty();
    }

    @Test
    void shouldRefuseWhatCannotBeMeasured() {
        PixelScores.Builder builder = PixelScores.builder();
        ScoreMap map = new ScoreMap(2, 1, new float[2]);

        assertThatThrownBy(() -> builder.addDefective(map, new Mask(2, 1, new int[] {2})))
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> builder.addDefective(map, new Mask(1, 2, new int[] {0, 2})))
                .hasMessage("score map of 2 x 1 against a mask of 1 x 2");
        assertThatThrownBy(() -> builder.addGood(new ScoreMap(1, 1, new float[] {Float.NaN})))
                .hasMessageContaining("not a number");
        assertThatThrownBy(() -> Aupro.of(builder.build(), 1.1)).hasMessageContaining("1.1");
    }

    @Test
    void shouldAgreeWithBruteForceOnSmallRandomSets() {
        Random random = new Random(4);
        for (int run = 0; run < 300; run++) {
            List<Row> rows = new ArrayList<>();
            rows.add(row(new int[] {0, 1, 1, 0, 0, 2}, drawn(random)));
            rows.add(row(new int[] {1, 0, 2, 0, 3, 3}, drawn(random)));
            rows.add(row(new int[6], drawn(random)));
            double limit = 0.05 + 0.95 * random.nextDouble();

            assertThat(Aupro.of(pixels(rows), limit).orElseThrow())
                    .as("run %s up to %s", run, limit)
                    .isCloseTo(bruteForce(rows, limit), within(1e-6));
            assertThat(Auroc.of(pixels(rows).sorted()).orElseThrow())
                    .as("pixel AUROC of run %s", run)
                    .isCloseTo(bruteForceAuroc(rows), within(1e-12));
        }
    }

    /** Few distinct values of both signs, so that ties are common and the order of negative floats matters. */
    private static float[] drawn(Random random) {
        float[] scores = new float[6];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (random.nextInt(9) - 4) / 3f;
        }
        return scores;
    }

    /** Points of the curve by definition, then trapezia up to the limit. */
    private static double bruteForce(List<Row> rows, double limit) {
        List<double[]> points = new ArrayList<>(List.of(new double[2]));
        for (float threshold : thresholds(rows)) {
            points.add(new double[] {share(rows, 0, threshold), overlap(rows, threshold)});
        }
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            double from = points.get(i - 1)[0];
            double to = points.get(i)[0];
            double end = Math.min(to, limit);
            if (from < end) {
                double endOverlap =
                        points.get(i - 1)[1] + (points.get(i)[1] - points.get(i - 1)[1]) * (end - from) / (to - from);
                area += (end - from) * (points.get(i - 1)[1] + endOverlap) / 2;
            }
        }
        return area / limit;
    }

    private static Iterable<Float> thresholds(List<Row> rows) {
        TreeSet<Float> thresholds = new TreeSet<>();
        for (Row row : rows) {
            for (float score : row.scores()) {
                thresholds.add(score + 0f);
            }
        }
        return thresholds.descendingSet();
    }

    private static double overlap(List<Row> rows, float threshold) {
        double sum = 0;
        int count = 0;
        for (Row row : rows) {
            int regions = Arrays.stream(row.regions()).max().orElseThrow();
            for (int region = 1; region <= regions; region++) {
                sum += share(List.of(row), region, threshold);
                count++;
            }
        }
        return sum / count;
    }

    private static double share(List<Row> rows, int region, float threshold) {
        double above = 0;
        double all = 0;
        for (Row row : rows) {
            for (int i = 0; i < row.scores().length; i++) {
                if (row.regions()[i] == region) {
                    all++;
                    above += row.scores()[i] >= threshold ? 1 : 0;
                }
            }
        }
        return above / all;
    }

    private static double bruteForceAuroc(List<Row> rows) {
        double sum = 0;
        double pairs = 0;
        for (Row a : rows) {
            for (Row b : rows) {
                for (int i = 0; i < 6; i++) {
                    for (int j = 0; j < 6; j++) {
                        if (a.regions()[i] > 0 && b.regions()[j] == 0) {
                            pairs++;
                            sum += a.scores()[i] > b.scores()[j] ? 1 : a.scores()[i] == b.scores()[j] ? 0.5 : 0;
                        }
                    }
                }
            }
        }
        return sum / pairs;
    }

    @Test
    void shouldHoldMillionsOfPixelsInASmallHeap() {
        Random random = new Random(9);
        PixelScores.Builder builder = PixelScores.builder();
        Mask truth = Masks.where(256, 256, pixel -> pixel % 256 < 16 && pixel < 4096);
        for (int image = 0; image < 150; image++) {
            float[] scores = new float[65_536];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextFloat() + (i % 256 < 16 && i < 4096 ? 0.5f : 0);
            }
            builder.addDefective(new ScoreMap(256, 256, scores), truth);
        }
        PixelScores pixels = builder.build();

        // P(U + 0.5 > V) = 7/8 for uniform U and V.
        assertThat(Auroc.of(pixels.sorted()).orElseThrow()).isCloseTo(7 / 8.0, within(0.005));
        // Overlap at a rate r is 0.5 + r up to 0.5: the mean up to 0.3 is 0.65.
        assertThat(Aupro.of(pixels, 0.3).orElseThrow()).isCloseTo(0.65, within(0.01));
    }
}
