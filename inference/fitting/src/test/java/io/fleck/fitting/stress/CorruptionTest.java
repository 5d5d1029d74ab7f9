package io.fleck.fitting.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.image.Image;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorruptionTest {
    /** Squares of changing level with a little grain. */
    private static Image picture(int channels) {
        Random random = new Random(1);
        byte[] pixels = new byte[288 * 256 * channels];
        for (int i = 0; i < pixels.length; i++) {
            int pixel = i / channels;
            int square = (pixel % 288 / 24 + pixel / 288 / 24) % 2;
            pixels[i] = (byte) (80 + 60 * square + 10 * (i % channels) + random.nextInt(8));
        }
        return new Image(288, 256, channels, pixels);
    }

    private static double meanSquare(Image a, Image b) {
        double sum = 0;
        for (int i = 0; i < a.pixels().length; i++) {
            double difference = Byte.toUnsignedInt(a.pixels()[i]) - Byte.toUnsignedInt(b.pixels()[i]);
            sum += difference * difference;
        }
        return sum / a.pixels().length;
    }

    private static double meanSquare(Corruption corruption, Image image, int severity) {
        double sum = 0;
        for (int seed = 0; seed < 12; seed++) {
            sum += meanSquare(image, corruption.of(image, severity, seed));
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(Corruption.class)
    void shouldGrowStrongerWithItsSeverity(Corruption corruption) {
        Image image = picture(3);
        double last = 0;
        for (int severity = 1; severity <= Corruption.STRONGEST; severity++) {
            double change = meanSquare(corruption, image, severity);
            assertThat(change).as("severity %s", severity).isGreaterThan(corruption == Corruption.SHIFT ? 0 : last);
            last = change;
        }
    }

    @ParameterizedTest
    @EnumSource(Corruption.class)
    void shouldLeaveThePictureAloneAtSeverityZero(Corruption corruption) {
        Image image = picture(1);

        assertThat(corruption.of(image, 0, 9)).isSameAs(image);
    }

    @ParameterizedTest
    @EnumSource(Corruption.class)
    void shouldRepeatByItsSeedAndKeepSizeAndSource(Corruption corruption) {
        for (int channels : new int[] {1, 3}) {
            Image image = picture(channels);
            byte[] before = image.pixels().clone();
            Image first = corruption.of(image, 3, 5);

            assertThat(corruption.of(image, 3, 5).pixels()).isEqualTo(first.pixels());
            assertThat(image.pixels()).isEqualTo(before);
            assertThat(first.width()).isEqualTo(288);
            assertThat(first.height()).isEqualTo(256);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6})
    void shouldRefuseOtherSeverities(int severity) {
        assertThatThrownBy(() -> Corruption.NOISE.of(picture(1), severity, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("severity " + severity);
    }

    @Test
    void shouldAddNoiseOfTheDeviationItNames() {
        Image even = new Image(100, 100, 1, new byte[10_000]);
        Arrays.fill(even.pixels(), (byte) 128);

        assertThat(Math.sqrt(meanSquare(even, Corruption.NOISE.of(even, 3, 1)))).isCloseTo(14, within(0.5));
    }

    @Test
    void shouldBlurAStepOverTheWidthItNames() {
        byte[] pixels = new byte[256 * 256];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 256 < 128 ? 0 : 200);
        }
        Image moved = Corruption.MOTION.of(new Image(256, 256, 1, pixels), 2, 0);
        int between = 0;
        for (int x = 0; x < 256; x++) {
            int level = Byte.toUnsignedInt(moved.pixels()[100 * 256 + x]);
            between += level > 0 && level < 200 ? 1 : 0;
        }

        assertThat(between).as("nine pixels wide: eight in between").isEqualTo(8);
    }

    @Test
    void shouldMoveThePictureByThePartItNames() {
        byte[] pixels = new byte[100 * 100];
        pixels[50 * 100 + 50] = (byte) 255;
        Image moved = Corruption.SHIFT.of(new Image(100, 100, 1, pixels), 3, 2);
        int at = -1;
        for (int i = 0; i < pixels.length; i++) {
            at = moved.pixels()[i] == 0 ? at : i;
        }

        assertThat(Math.abs(at % 100 - 50)).isEqualTo(4);
        assertThat(Math.abs(at / 100 - 50)).isEqualTo(4);
    }
}
