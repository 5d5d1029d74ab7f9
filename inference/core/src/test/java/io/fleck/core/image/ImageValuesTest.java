package io.fleck.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of the small records. */
final class ImageValuesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 2, 1, 0, 'both must be at least 1'",
        "2, 0, 1, 0, 'both must be at least 1'",
        "2, 2, 2, 8, 'allowed are 1 and 3'",
        "2, 2, 3, 11, 'needs 12 bytes, got 11'",
        "65536, 65536, 1, 0, 'needs 4294967296 bytes, got 0'"
    })
    void shouldRefuseAnImageWhosePartsDisagree(int width, int height, int channels, int bytes, String message) {
        assertThatThrownBy(() -> new Image(width, height, channels, new byte[bytes]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"-1, 10", "10, 10", "11, 10", "0, 65536"})
    void shouldRefuseAWindowWithoutRange(int low, int high) {
        assertThatThrownBy(() -> new BitWindow(low, high))
                .hasMessageContaining("bit window " + low + ".." + high)
                .hasMessageContaining("allowed");
    }

    @Test
    void shouldSpanAllValuesOfASensor() {
        assertThat(BitWindow.full(10)).isEqualTo(new BitWindow(0, 1023));
        assertThat(BitWindow.full(16)).isEqualTo(new BitWindow(0, 65_535));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 1, 1", "0, -1, 1, 1", "0, 0, 0, 1", "0, 0, 1, 0"})
    void shouldRefuseARectangleWithoutArea(int x, int y, int width, int height) {
        assertThatThrownBy(() -> new Rectangle(x, y, width, height))
                .hasMessageContaining("x=" + x + " y=" + y + " width=" + width + " height=" + height);
    }

    @ParameterizedTest
    @CsvSource({"5, 5, 5, 5, true", "6, 5, 5, 5, false", "5, 6, 5, 5, false", "2147483647, 0, 2147483647, 1, false"})
    void shouldKnowWhetherARectangleFits(int x, int y, int width, int height, boolean fits) {
        assertThat(new Rectangle(x, y, width, height).fitsInto(10, 10)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "0, -1, 0", "0, 0, -1"})
    void shouldRefuseNegativeSizes(int width, int height, int stride) {
        ByteBuffer bytes = ByteBuffer.allocate(1);

        assertThatThrownBy(() -> new EncodedImage(PixelFormat.MONO8, width, height, stride, bytes))
                .hasMessageContaining("must not be negative");
    }
}
