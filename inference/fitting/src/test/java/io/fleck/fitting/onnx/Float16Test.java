package io.fleck.fitting.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Float16Test {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, 0000",
        "-0.0, 8000",
        "1, 3c00",
        "-2, c000",
        "65504, 7bff",
        "0.333251953125, 3555",
        "0.00006103515625, 0400",
        "0.00006097555160522461, 03ff",
        "0.000000059604644775390625, 0001",
        "0.00000002, 0000",
        "1.00048828125, 3c00",
        "1.0014648437500, 3c02",
        "2047.5, 6800",
    })
    void shouldEncodeAsIeee754(float value, String hexadecimal) {
        assertThat(String.format("%04x", Float16.of(value) & 0xFFFF)).isEqualTo(hexadecimal);
    }

    @Test
    void shouldBeTheNearestHalf() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            float value = (random.nextFloat() - 0.5f) * (float) Math.pow(2, random.nextInt(40) - 26);
            short half = Float16.of(value);
            float error = Math.abs(decode(half) - value);

            assertThat(error)
                    .as("%s as %04x", value, half)
                    .isLessThanOrEqualTo(Math.abs(decode((short) (half + 1)) - value));
            if ((half & 0x7FFF) != 0) {
                assertThat(error)
                        .as("%s as %04x", value, half)
                        .isLessThanOrEqualTo(Math.abs(decode((short) (half - 1)) - value));
            }
        }
    }

    private static float decode(short half) {
        int exponent = (half >>> 10) & 0x1F;
        int mantissa = half & 0x3FF;
        double size = exponent == 0 ? mantissa * 0x1p-24 : (1024 + mantissa) * Math.pow(2, exponent - 25);
        return (float) (half < 0 ? -size : size);
    }

    @ParameterizedTest
    @ValueSource(floats = {65520, -65520, 1e30f, Float.POSITIVE_INFINITY, Float.NaN})
    void shouldRefuseWhatDoesNotFit(float value) {
        assertThatThrownBy(() -> Float16.of(value))
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining("does not fit into float16");
    }
}
