package io.fleck.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.core.image.PixelFormat;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageFilesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void shouldKeepEveryPixelAsPng(int channels) {
        Image picture = waves(channels);

        Image back = decoded(PixelFormat.PNG, ImageFiles.png(picture));

        assertThat(back.channels()).isEqualTo(channels);
        assertThat(back.pixels()).isEqualTo(picture.pixels());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void shouldStayCloseAsJpegOfHighQuality(int channels) {
        Image picture = waves(channels);

        Image back = decoded(PixelFormat.JPEG, ImageFiles.jpeg(picture, 0.95));

        assertThat(back.channels()).isEqualTo(channels);
        for (int i = 0; i < picture.pixels().length; i++) {
            assertThat(Math.abs((back.pixels()[i] & 0xFF) - (picture.pixels()[i] & 0xFF)))
                    .as("sample %s", i)
                    .isLessThan(16);
        }
    }

    @Test
    void shouldBeSmallerAtLowerQuality() {
        assertThat(ImageFiles.jpeg(waves(3), 0.3)).hasSizeLessThan(ImageFiles.jpeg(waves(3), 0.9).length);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void shouldRefuseAQualityOutOfRange(double quality) {
        assertThatThrownBy(() -> ImageFiles.jpeg(waves(1), quality)).hasMessageContaining("quality " + quality);
    }

    private static Image decoded(PixelFormat format, byte[] file) {
        return ImageDecoders.decode(EncodedImage.file(format, ByteBuffer.wrap(file)), null, DecodeLimits.DEFAULT);
    }

    private static Image waves(int channels) {
        byte[] pixels = new byte[60 * 40 * channels];
        for (int i = 0; i < pixels.length; i++) {
            int x = i / channels % 60;
            int y = i / channels / 60;
            pixels[i] = (byte) (128 + 60 * Math.sin(x / 9.0 + i % channels) + 50 * Math.cos(y / 7.0));
        }
        return new Image(60, 40, channels, pixels);
    }
}
