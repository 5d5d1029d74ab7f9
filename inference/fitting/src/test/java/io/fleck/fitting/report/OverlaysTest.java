package io.fleck.fitting.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.Image;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OverlaysTest {
    private static final int WHITE = 0xFFFFFF;

    private final Overlays overlays = new Overlays();

    private static Image frame(int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 100);
        return new Image(width, height, 1, pixels);
    }

    /** Four cells of which the last is hot. */
    private static ScoreMap map(float hot) {
        return new ScoreMap(2, 2, new float[] {1, 1, 1, hot});
    }

    private static int colour(Image image, int x, int y) {
        int at = 3 * (y * image.width() + x);
        byte[] pixels = image.pixels();
        return ((pixels[at] & 0xFF) << 16) | ((pixels[at + 1] & 0xFF) << 8) | (pixels[at + 2] & 0xFF);
    }

    private static boolean outlined(Image image) {
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (colour(image, x, y) == WHITE) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void shouldOutlineWhatIsAboveTheThreshold() {
        Image overlay = overlays.of(frame(40, 40), map(9), 5, 40);

        assertThat(outlined(overlay)).isTrue();
        assertThat(colour(overlay, 2, 2)).as("the cool corner stays as it is").isEqualTo(0x646464);
        assertThat(colour(overlay, 37, 37)).as("the hot corner").isNotEqualTo(0x646464);
    }

    @Test
    void shouldOutlineNothingBelowTheThreshold() {
        assertThat(outlined(overlays.of(frame(40, 40), map(9), 10, 40))).isFalse();
    }

    @Test
    void shouldShowAMapWithoutThresholdInItsOwnRange() {
        Image overlay = overlays.of(frame(40, 40), map(9), Double.POSITIVE_INFINITY, 40);

        assertThat(outlined(overlay)).isFalse();
        assertThat(colour(overlay, 2, 2)).isEqualTo(0x646464);
        assertThat(colour(overlay, 37, 37)).isNotEqualTo(0x646464);
    }

    @Test
    void shouldShowAFlatMapWithoutThresholdAsNothing() {
        Image overlay = overlays.of(frame(8, 8), map(1), Double.POSITIVE_INFINITY, 8);

        assertThat(colour(overlay, 4, 4)).isEqualTo(0x646464);
    }

    @Test
    void shouldKeepTheLongerSideWithinItsLimit() {
        Image overlay = overlays.of(frame(100, 50), map(9), 5, 20);

        assertThat(overlay.width()).isEqualTo(20);
        assertThat(overlay.height()).isEqualTo(10);
    }
}
