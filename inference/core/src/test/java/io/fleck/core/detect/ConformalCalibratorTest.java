package io.fleck.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConformalCalibratorTest {
    /** Scores 1, 2, ... m in a shuffled order: the k-th is k. */
    private static ConformalCalibrator oneTo(int m) {
        List<Double> scores = new ArrayList<>(
                IntStream.rangeClosed(1, m).mapToObj(i -> (double) i).toList());
        Collections.shuffle(scores, new Random(m));
        return ConformalCalibrator.of(scores);
    }

    @ParameterizedTest(name = "rate {0} of {1} images: rank {2}")
    @CsvSource({
        "0.01, 99, 99",
        "0.01, 100, 100",
        "0.01, 199, 198",
        "0.1, 9, 9",
        "0.1, 19, 18",
        "0.3, 9, 7",
        "0.05, 152, 146",
        "0.07, 99, 93",
        "0.001, 999, 999",
    })
    void shouldTakeTheScoreOfRankCeilOfOneMinusRateTimesMPlusOne(double rate, int images, double rank) {
        assertThat(oneTo(images).threshold(rate)).isEqualTo(rank);
    }

    @ParameterizedTest(name = "rate {0} needs {1} images")
    @CsvSource({"0.01, 99", "0.02, 49", "0.05, 19", "0.1, 9", "0.3, 3", "0.001, 999", "0.07, 14", "0.5, 1", "0.9, 1"})
    void shouldKnowTheFewestImagesThatCertifyARate(double rate, int images) {
        assertThat(ConformalCalibrator.requiredImages(rate)).isEqualTo(images);
        assertThat(oneTo(images).threshold(rate))
                .as("threshold of %s images", images)
                .isPositive();
    }

    @Test
    void shouldRefuseARateThatTooFewImagesCannotCertifyAndSayHowManyAreNeeded() {
        assertThatThrownBy(() -> oneTo(98).threshold(0.01))
                .isInstanceOf(CalibrationException.class)
                .hasMessage("a false-alarm rate of 0.01 needs at least 99 calibration images, there are 98");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN})
    void shouldRefuseARateOutsideItsRange(double rate) {
        assertThatThrownBy(() -> oneTo(10).threshold(rate)).hasMessageContaining("false-alarm rate " + rate);
        assertThatThrownBy(() -> ConformalCalibrator.requiredImages(rate)).hasMessageContaining("rate " + rate);
    }

    @Test
    void shouldRefuseScoresThatAreMissingOrNotFinite() {
        assertThatThrownBy(() -> ConformalCalibrator.of(List.of())).isInstanceOf(CalibrationException.class);
        assertThatThrownBy(() -> ConformalCalibrator.of(List.of(1.0, Double.NaN)))
                .hasMessageContaining("NaN");
    }

    @Test
    void shouldCountScoresAtLeastAsHighInThePValueTiesIncluded() {
        ConformalCalibrator calibrator = ConformalCalibrator.of(List.of(3.0, 1.0, 2.0, 2.0));

        assertThat(calibrator.pValue(4)).as("above all").isEqualTo(1 / 5.0);
        assertThat(calibrator.pValue(3)).as("equal to the highest").isEqualTo(2 / 5.0);
        assertThat(calibrator.pValue(2)).as("equal to two").isEqualTo(4 / 5.0);
        assertThat(calibrator.pValue(1.5)).as("between").isEqualTo(4 / 5.0);
        assertThat(calibrator.pValue(0)).as("below all").isEqualTo(1);
        assertThatThrownBy(() -> calibrator.pValue(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldAlarmExactlyWhereThePValueFallsToTheRate() {
        ConformalCalibrator calibrator = oneTo(57);
        double threshold = calibrator.threshold(0.1);

        for (double score = 0.25; score < 60; score += 0.25) {
            assertThat(score > threshold)
                    .as("alarm at score %s, p-value %s", score, calibrator.pValue(score))
                    .isEqualTo(calibrator.pValue(score) <= 0.1);
        }
    }

    @Test
    void shouldGiveTheUpperQuantileOfTheBetaLaw() {
        // m = 99, k = 99: Beta(1, 99) has the distribution function 1 - (1 - x)^99.
        assertThat(oneTo(99).rateBound(0.01, 0.95)).isCloseTo(1 - Math.pow(0.05, 1 / 99.0), within(1e-12));
        // m = 1, k = 1: Beta(1, 1) is uniform.
        assertThat(oneTo(1).rateBound(0.5, 0.95)).isCloseTo(0.95, within(1e-12));
    }

    @Test
    void shouldGiveTheUpperQuantileOfTheBetaBinomialLaw() {
        // m = 1, k = 1: Beta(1, 1) mixes to a uniform count from 0 to n.
        assertThat(oneTo(1).falseAlarmBound(0.5, 9, 0.95)).isEqualTo(9);
        assertThat(oneTo(1).falseAlarmBound(0.5, 9, 0.85)).isEqualTo(8);
        assertThat(oneTo(99).falseAlarmBound(0.01, 0, 0.999)).isZero();
    }

    @Test
    void shouldHoldItsFalseAlarmRateOnScoresOfOneLaw() {
        Random random = new Random(7);
        int runs = 2_000;
        int alarms = 0;
        int beyondRate = 0;
        int beyondCount = 0;
        for (int run = 0; run < runs; run++) {
            ConformalCalibrator calibrator = ConformalCalibrator.of(
                    random.doubles(150).map(Math::cbrt).boxed().toList());
            double threshold = calibrator.threshold(0.05);
            int found = (int) DoubleStream.generate(() -> Math.cbrt(random.nextDouble()))
                    .limit(200)
                    .filter(score -> score > threshold)
                    .count();
            alarms += found;
            // A score is the cube root of a uniform number, so the true rate behind a threshold is known.
            beyondRate += 1 - Math.pow(threshold, 3) > calibrator.rateBound(0.05, 0.95) ? 1 : 0;
            beyondCount += found > calibrator.falseAlarmBound(0.05, 200, 0.99) ? 1 : 0;
        }
        // m + 1 - k = 7 of m + 1 = 151: the marginal rate is exactly 7 / 151.
        assertThat(alarms / (200.0 * runs)).as("mean rate").isCloseTo(7 / 151.0, within(0.002));
        assertThat(beyondRate / (double) runs).as("runs beyond the 95 %% bound").isBetween(0.03, 0.07);
        assertThat(beyondCount / (double) runs)
                .as("runs beyond the 99 %% bound")
                .isBetween(0.002, 0.01);
    }

    @Test
    void shouldKeepTheScoresInOrder() {
        assertThat(ConformalCalibrator.of(List.of(3.0, 1.0, 2.0)).scores()).containsExactly(1.0, 2.0, 3.0);
        assertThat(oneTo(12).images()).isEqualTo(12);
    }
}
