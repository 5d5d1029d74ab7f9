package io.fleck.core.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.detect.CalibrationException;
import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.model.WaferSettings;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoveltyGateTest {
    private static final List<List<Double>> RANKS = List.of(List.of(1.0, 2.0, 3.0), List.of(10.0, 20.0, 30.0));

    private static List<Double> upTo(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> i / 10.0).toList();
    }

    private static NoveltyGate gate(double rate, Map<String, List<Double>> novelty) {
        return NoveltyGate.of(new WaferSettings(List.of("Loc", "Scratch"), 48, 1, rate, RANKS, novelty));
    }

    @Test
    void shouldSumTheLogarithmsOfBothPValues() {
        List<ConformalCalibrator> ranks =
                RANKS.stream().map(ConformalCalibrator::of).toList();
        assertThat(NoveltyGate.combined(ranks, new float[] {2.5f, 5f})).isCloseTo(-Math.log(0.5), within(1e-12));
        assertThat(NoveltyGate.combined(ranks, new float[] {9f, 90f})).isCloseTo(-2 * Math.log(0.25), within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoveltyGate.combined(ranks, new float[] {1f}))
                .withMessage("1 novelty scores; needed are 2");
    }

    @Test
    void shouldCompareWithTheSameClassWhereItHasEnoughWafers() {
        NoveltyGate gate = gate(0.05, Map.of("Loc", upTo(19), "Scratch", upTo(18)));
        assertThat(gate.judge("Loc", new float[] {9f, 90f}).conditional()).isTrue();
        assertThat(gate.judge("Scratch", new float[] {9f, 90f}).conditional()).isFalse();
        assertThat(gate.conditional("Loc")).isTrue();
        assertThat(gate.calibrator("Loc").images()).isEqualTo(19);
        assertThat(gate.calibrator("Scratch").images())
                .as("the rarest that suffice together")
                .isEqualTo(37);
        assertThat(gate.rate()).isEqualTo(0.05);
    }

    @Test
    void shouldCallNovelExactlyWhatHasAPValueOfAtMostTheRate() {
        NoveltyGate gate = gate(0.05, Map.of("Loc", upTo(19), "Scratch", upTo(40)));
        for (float score = 0; score < 6; score += 0.05f) {
            Novelty novelty = gate.judge("Loc", new float[] {score, 10 * score});
            assertThat(gate.novel("Loc", novelty)).isEqualTo(novelty.pValue() <= 0.05);
        }
    }

    @Test
    void shouldNotRejectARareClassWholesale() {
        // Wafers predicted as Scratch score higher than all others: pooled alone, most would be called novel.
        List<Double> hard =
                DoubleStream.iterate(5, score -> score + 0.1).limit(60).boxed().toList();
        NoveltyGate gate = gate(0.05, Map.of("Loc", upTo(900), "Scratch", hard));
        long rejected = hard.stream()
                .filter(score -> gate.novel("Scratch", new Novelty(score, 1, true)))
                .count();
        assertThat(rejected).isLessThanOrEqualTo(3);
    }

    @Test
    void shouldGivePValuesThatAreUniformOnKnownWafers() {
        int trials = 4000;
        int rejected = 0;
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < trials; trial++) {
            List<Double> calibration = DoubleStream.generate(random::nextDouble)
                    .limit(39)
                    .sorted()
                    .boxed()
                    .toList();
            NoveltyGate gate = gate(0.1, Map.of("Loc", calibration));
            rejected += gate.novel("Loc", new Novelty(random.nextDouble(), 1, true)) ? 1 : 0;
        }
        // Binomial(4000, 0.1): four standard deviations are 76.
        assertThat(rejected).isBetween(324, 476);
    }

    @Test
    void shouldRefuseTooFewWafers() {
        assertThatExceptionOfType(CalibrationException.class)
                .isThrownBy(() -> gate(0.01, Map.of("Loc", upTo(50), "Scratch", upTo(48))))
                .withMessage("a false-novel rate of 0.01 needs at least 99 calibration wafers, there are 98");
    }
}
