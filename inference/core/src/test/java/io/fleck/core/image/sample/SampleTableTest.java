package io.fleck.core.image.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SampleTableTest {
    @ParameterizedTest
    @CsvSource({
        "10, 0, 1023, 0, 0", "10, 0, 1023, 1023, 255", "10, 0, 1023, 512, 128",
        "12, 0, 4095, 8, 0", "12, 0, 4095, 9, 1", "16, 0, 65535, 65535, 255",
        "16, 0, 65535, 257, 1", "16, 0, 65535, 128, 0", "16, 0, 65535, 129, 1",
        "12, 100, 200, 99, 0", "12, 100, 200, 100, 0", "12, 100, 200, 150, 128",
        "12, 100, 200, 200, 255", "12, 100, 200, 4000, 255", "12, 0, 65535, 4095, 16"
    })
    void shouldBeLinearWithinTheWindowAndRound(int bits, int low, int high, int sample, int level) {
        byte[] levels = new byte[1];

        new SampleTable(bits, low, high).apply(new short[] {(short) sample}, 1, levels, 0);

        assertThat(levels[0] & 0xFF).isEqualTo(level);
    }

    @Test
    void shouldTakeBitsBeyondTheFormatAsSaturation() {
        byte[] levels = new byte[2];

        new SampleTable(10, 0, 1023).apply(new short[] {1024, -1}, 2, levels, 0);

        assertThat(levels).containsExactly((byte) 255, (byte) 255);
    }

    @Test
    void shouldWriteOnlyAsManyAsToldFromTheOffsetOn() {
        byte[] levels = new byte[4];

        new SampleTable(16, 0, 255).apply(new short[] {1, 2, 3}, 2, levels, 1);

        assertThat(levels).containsExactly(0, 1, 2, 0);
    }
}
