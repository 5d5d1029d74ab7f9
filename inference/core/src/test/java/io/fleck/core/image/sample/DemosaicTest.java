package io.fleck.core.image.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class DemosaicTest {
    private static final int[] COLOUR = {200, 120, 40};

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void shouldReturnAFlatColourUpToTheCorners(BayerPattern pattern) {
        for (int width = 2; width <= 5; width++) {
            for (int height = 2; height <= 5; height++) {
                byte[] rgb = Demosaic.bilinear(mosaicOfFlatColour(width, height, pattern), width, height, pattern);
                for (int i = 0; i < rgb.length; i++) {
                    assertThat(rgb[i] & 0xFF)
                            .as("%s of %s x %s, sample %s", pattern, width, height, i)
                            .isEqualTo(COLOUR[i % 3]);
                }
            }
        }
    }

    private static byte[] mosaicOfFlatColour(int width, int height, BayerPattern pattern) {
        byte[] mosaic = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                mosaic[y * width + x] = (byte) COLOUR[channelAt(x, y, pattern)];
            }
        }
        return mosaic;
    }

    private static int channelAt(int x, int y, BayerPattern pattern) {
        boolean redColumn = x % 2 == pattern.redColumn();
        boolean redRow = y % 2 == pattern.redRow();
        if (redColumn && redRow) {
            return 0;
        }
        return redColumn || redRow ? 1 : 2;
    }

    @ParameterizedTest
    @CsvSource({"RG, 0, 0", "GR, 1, 0", "GB, 0, 1", "BG, 1, 1"})
    void shouldPlaceRedWhereThePatternSays(BayerPattern pattern, int x, int y) {
        byte[] mosaic = new byte[16];
        mosaic[y * 4 + x] = 100;

        byte[] rgb = Demosaic.bilinear(mosaic, 4, 4, pattern);

        assertThat(rgb[3 * (y * 4 + x)]).as("red at the sample").isEqualTo((byte) 100);
        assertThat(rgb[3 * (y * 4 + x) + 1]).as("green at the sample").isZero();
        assertThat(rgb[3 * (y * 4 + x) + 2]).as("blue at the sample").isZero();
        assertThat(rgb[3 * (y * 4 + x + 1)]).as("red right of it").isEqualTo((byte) 50);
    }

    /** RG mosaic of 3 x 3, worked by hand; the centre is blue. */
    @Test
    void shouldAverageTheNearestSamplesAndRoundHalfUp() {
        byte[] mosaic = {10, 20, 31, 40, 50, 60, 70, 80, 91};

        byte[] rgb = Demosaic.bilinear(mosaic, 3, 3, BayerPattern.RG);

        assertThat(pixel(rgb, 4)).as("blue").containsExactly((10 + 31 + 70 + 91 + 2) / 4, 50, 50);
        assertThat(pixel(rgb, 1)).as("green of a red row, top").containsExactly(21, 20, 50);
        assertThat(pixel(rgb, 3)).as("green of a blue row, left").containsExactly(40, 40, 50);
        assertThat(pixel(rgb, 0)).as("red, top left: mirrored").containsExactly(10, 30, 50);
        assertThat(pixel(rgb, 8)).as("red, bottom right: mirrored").containsExactly(91, 70, 50);
    }

    private static int[] pixel(byte[] rgb, int index) {
        return new int[] {rgb[3 * index] & 0xFF, rgb[3 * index + 1] & 0xFF, rgb[3 * index + 2] & 0xFF};
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void shouldKeepEverySample(BayerPattern pattern) {
        byte[] mosaic = new byte[13 * 9];
        new Random(3).nextBytes(mosaic);

        byte[] rgb = Demosaic.bilinear(mosaic, 13, 9, pattern);

        for (int i = 0; i < mosaic.length; i++) {
            assertThat(rgb[3 * i + channelAt(i % 13, i / 13, pattern)])
                    .as("%s, own colour of pixel %s", pattern, i)
                    .isEqualTo(mosaic[i]);
        }
    }
}
