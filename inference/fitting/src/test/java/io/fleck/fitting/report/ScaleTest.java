package io.fleck.fitting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void shouldPlaceValuesInEqualSteps() {
        Scale scale = Scale.linear(10, 30);

        assertThat(scale.position(10)).isEqualTo(0);
        assertThat(scale.position(15)).isCloseTo(0.25, EXACT);
        assertThat(scale.value(0.25)).isCloseTo(15, EXACT);
        assertThat(scale.ticks()).containsExactly(10.0, 15.0, 20.0, 25.0, 30.0);
    }

    @Test
    void shouldPlaceScoresThatSpanDecadesInEqualRatios() {
        Scale scale = Scale.ofScores(1, 100);

        assertThat(scale.position(10)).isCloseTo(0.5, EXACT);
        assertThat(scale.value(0.5)).isCloseTo(10, EXACT);
        assertThat(scale.ticks()).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
        assertThat(Scale.ofScores(1e-3, 1e3).ticks()).containsExactly(1e-3, 1e-2, 0.1, 1.0, 10.0, 100.0, 1000.0);
    }

    @Test
    void shouldStayLinearWhereRatiosMeanNothing() {
        assertThat(Scale.ofScores(0, 1000)).isInstanceOf(Scale.Linear.class);
        assertThat(Scale.ofScores(-5, 1000)).isInstanceOf(Scale.Linear.class);
        assertThat(Scale.ofScores(10, 200)).isInstanceOf(Scale.Linear.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-3, 0.5", "7, 7", "0, 0", "0.1, 0.3", "1e-7, 3e-7", "1e9, 1.5e9", "-2e-3, 5e4", "3, 400"})
    void shouldLabelAFewRoundValuesWithinTheAxis(double low, double high) {
        Scale scale = Scale.ofScores(low, high);
        List<Double> ticks = scale.ticks();

        assertThat(ticks)
                .as("ticks from %s to %s", low, high)
                .hasSizeBetween(2, 8)
                .isSorted();
        assertThat(ticks).allSatisfy(tick -> assertThat(scale.position(tick)).isBetween(-1e-6, 1 + 1e-6));
        assertThat(scale.value(scale.position(ticks.get(0))))
                .isCloseTo(ticks.get(0), within(1e-9 * (1 + Math.abs(high))));
    }
}
