package io.fleck.fitting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.25, 0.25",
        "12.3456, 12.35",
        "12345.6, 12346",
        "-3.14159, -3.142",
        "0.000123456, 0.0001235",
        "1e-12, 1.000e-12",
        "100, 100",
        "0.3, 0.3"
    })
    void shouldWriteFourSignificantDigits(double value, String text) {
        assertThat(Texts.number(value)).isEqualTo(text);
    }

    @Test
    void shouldWriteFiguresToFourDigits() {
        assertThat(Texts.figure(OptionalDouble.of(0.97856))).isEqualTo("0.9786");
        assertThat(Texts.figure(OptionalDouble.of(1))).isEqualTo("1.0000");
    }

    @Test
    void shouldWriteADashForAFigureThatDoesNotExist() {
        assertThat(Texts.figure(OptionalDouble.empty())).isEqualTo("\u2013");
    }

    @Test
    void shouldWritePercentWithoutIdleZeros() {
        assertThat(Texts.percent(0.3)).isEqualTo("30\u00a0%");
        assertThat(Texts.percent(0.0209424)).isEqualTo("2.09\u00a0%");
        assertThat(Texts.percent(0.999)).isEqualTo("99.9\u00a0%");
    }
}
