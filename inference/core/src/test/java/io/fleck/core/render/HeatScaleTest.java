package io.fleck.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.detect.ScoreMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeatScaleTest {
    @Test
    void shouldPutTheThresholdInTheMiddleAndTheMedianAtTheBottom() {
        ScoreMap map = new ScoreMap(3, 1, new float[] {4, 100, 2});

        assertThat(HeatScale.around(10, map)).isEqualTo(new HeatScale(4, 16));
    }

    @ParameterizedTest
    @CsvSource({"10", "0", "-3", "1e-20"})
    void shouldStayAScaleWhereMostOfTheFrameIsAnomalous(double threshold) {
        ScoreMap map = new ScoreMap(1, 1, new float[] {50});

        HeatScale scale = HeatScale.around(threshold, map);

        assertThat(scale.low()).isLessThan(threshold);
        assertThat(scale.level(50)).isEqualTo(255);
        assertThat(scale.level(threshold)).isBetween(127, 128);
    }

    @Test
    void shouldTakeScoresBeyondForTheEnds() {
        HeatScale scale = new HeatScale(10, 20);

        assertThat(scale.level(-1000)).isZero();
        assertThat(scale.level(15)).isEqualTo(128);
        assertThat(scale.level(1e9)).isEqualTo(255);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, Infinity"})
    void shouldRefuseWhatIsNoRange(double low, double high) {
        assertThatThrownBy(() -> new HeatScale(low, high)).hasMessageContaining("low must be below high");
    }
}
