package io.fleck.core.wafer.klarf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalsTest {
    private static double number(String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return new Decimals(bytes).number(1, bytes.length - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+7",
                "12",
                "-12.5",
                ".5",
                "5.",
                "1e3",
                "1.5E-3",
                "2.4899600000e+03",
                "5.11e-007",
                "0000000000000000000000001.5",
                "123456789012345678901234567890",
                "0.1234567890123456789",
                "3.0e-308",
                "1e22",
                "1e23",
                "-4.9e-324",
                "99999999999999995e3",
                "0.000000000000000000000000000001"
            })
    void shouldReadWhatJavaReads(String text) {
        assertThat(number(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "e5",
                "1e",
                "1e+",
                "1.2.3",
                "12a",
                "NaN",
                "Infinity",
                "0x1p3",
                "1d",
                "1f",
                "--1",
                "1 2",
                "1e999",
                "NA",
                "٣"
            })
    void shouldRefuseEverythingElse(String text) {
        assertThat(number(text)).isNaN();
    }

    @Test
    void shouldAgreeWithJavaOnManyNumbers() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 4);
            String text = String.format(Locale.ROOT, i % 2 == 0 ? "%.6f" : "%.10e", value);

            assertThat(number(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }
}
