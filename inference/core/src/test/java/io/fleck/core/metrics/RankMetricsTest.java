package io.fleck.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RankMetricsTest {
    private static final double[] NONE = {};

    private static double auroc(double[] good, double[] defective) {
        return Auroc.of(SortedScores.of(good, defective)).orElseThrow();
    }

    private static double ap(double[] good, double[] defective) {
        return AveragePrecision.of(SortedScores.of(good, defective)).orElseThrow();
    }

    @Test
    void shouldCountPairsInOrderAndTiesByHalf() {
        assertThat(auroc(new double[] {1, 2}, new double[] {3, 4})).isEqualTo(1);
        assertThat(auroc(new double[] {3, 4}, new double[] {1, 2})).isEqualTo(0);
        assertThat(auroc(new double[] {5, 5}, new double[] {5})).isEqualTo(0.5);
        // Pairs (1,2) yes, (1,3) yes, (2,2) half, (2,3) yes.
        assertThat(auroc(new double[] {1, 2}, new double[] {2, 3})).isEqualTo(3.5 / 4);
        assertThat(auroc(new double[] {-0.0}, new double[] {0.0}))
                .as("minus zero ties with zero")
                .isEqualTo(0.5);
    }

    @Test
    void shouldAverageThePrecisionOverTheGainsInRecall() {
        // Descending: defective, good, defective: 1/2 * 1 + 1/2 * 2/3.
        assertThat(ap(new double[] {2}, new double[] {3, 1})).isCloseTo(5 / 6.0, within(1e-15));
        // One threshold for all: precision is the prevalence.
        assertThat(ap(new double[] {1, 1, 1}, new double[] {1})).isEqualTo(0.25);
        assertThat(ap(new double[] {0}, new double[] {1})).isEqualTo(1);
    }

    @Test
    void shouldHaveNoFigureWithoutBothKinds() {
        assertThat(Auroc.of(SortedScores.of(NONE, new double[] {1}))).isEmpty();
        assertThat(Auroc.of(SortedScores.of(new double[] {1}, NONE))).isEmpty();
        assertThat(AveragePrecision.of(SortedScores.of(new double[] {1}, NONE))).isEmpty();
        assertThat(RocCurve.of(SortedScores.of(NONE, new double[] {1})).points())
                .isEmpty();
    }

    @Test
    void shouldRefuseScoresThatAreNotNumbers() {
        assertThatThrownBy(() -> SortedScores.of(new double[] {1, Double.NaN}, NONE))
                .hasMessage("a score of a good item is not a number");
        assertThatThrownBy(() -> SortedScores.of(NONE, new double[] {Double.NaN}))
                .hasMessage("a score of a defective item is not a number");
    }

    @Test
    void shouldLeaveTheCallersArraysAlone() {
        double[] good = {2, 1};
        SortedScores.of(good, good);

        assertThat(good).containsExactly(2, 1);
    }

    @Test
    void shouldDrawTheCurveThroughEveryThreshold() {
        List<RocCurve.Point> points = RocCurve.of(SortedScores.of(new double[] {1, 2}, new double[] {2, 3}))
                .points();

        assertThat(points)
                .containsExactly(
                        new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 0),
                        new RocCurve.Point(3, 0, 0.5),
                        new RocCurve.Point(2, 0.5, 1),
                        new RocCurve.Point(1, 1, 1));
    }

    @Test
    void shouldAgreeWithBruteForceOnSmallRandomSets() {
        Random random = new Random(1);
        for (int run = 0; run < 500; run++) {
            double[] good = draw(random);
            double[] defective = draw(random);

            assertThat(auroc(good, defective))
                    .as("AUROC of run %s", run)
                    .isCloseTo(pairs(good, defective), within(1e-12));
            assertThat(ap(good, defective))
                    .as("AP of run %s", run)
                    .isCloseTo(precision(good, defective), within(1e-12));
            assertThat(area(RocCurve.of(SortedScores.of(good, defective)).points()))
                    .as("area under the curve of run %s", run)
                    .isCloseTo(pairs(good, defective), within(1e-12));
        }
    }

    /** Few distinct values, so that most runs have ties within and across the kinds. */
    private static double[] draw(Random random) {
        int distinct = 1 + random.nextInt(12);
        return random.ints(1 + random.nextInt(15), 0, distinct).asDoubleStream().toArray();
    }

    private static double pairs(double[] good, double[] defective) {
        double sum = 0;
        for (double g : good) {
            for (double d : defective) {
                sum += d > g ? 1 : d == g ? 0.5 : 0;
            }
        }
        return sum / good.length / defective.length;
    }

    private static double precision(double[] good, double[] defective) {
        double[] thresholds = DoubleStream.concat(Arrays.stream(good), Arrays.stream(defective))
                .distinct()
                .sorted()
                .toArray();
        double sum = 0;
        double recall = 0;
        for (int i = thresholds.length - 1; i >= 0; i--) {
            double threshold = thresholds[i];
            double hits = Arrays.stream(defective).filter(s -> s >= threshold).count();
            double misses = Arrays.stream(good).filter(s -> s >= threshold).count();
            sum += (hits / defective.length - recall) * hits / (hits + misses);
            recall = hits / defective.length;
        }
        return sum;
    }

    private static double area(List<RocCurve.Point> points) {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            RocCurve.Point a = points.get(i - 1);
            RocCurve.Point b = points.get(i);
            area += (b.falseAlarmRate() - a.falseAlarmRate()) * (a.detectionRate() + b.detectionRate()) / 2;
        }
        return area;
    }
}
