package io.fleck.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.Image;
import io.fleck.core.image.Rectangle;
import io.fleck.core.image.Resizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThumbnailsTest {
    private final Thumbnails thumbnails = new Thumbnails(new Resizer());

    @ParameterizedTest
    @CsvSource({"640, 480, 320, 320, 240", "480, 640, 320, 240, 320", "1000, 1, 320, 320, 1", "321, 321, 320, 320, 320"
    })
    void shouldBringTheLongerSideDown(int width, int height, int longerSide, int toWidth, int toHeight) {
        Image small = thumbnails.of(picture(width, height, 1), longerSide);

        assertThat(small.width()).isEqualTo(toWidth);
        assertThat(small.height()).isEqualTo(toHeight);
    }

    @Test
    void shouldNotEnlarge() {
        Image picture = picture(320, 200, 3);

        assertThat(thumbnails.of(picture, 320)).isSameAs(picture);
    }

    @Test
    void shouldRefuseNoPixels() {
        assertThatThrownBy(() -> thumbnails.of(picture(2, 2, 1), 0)).hasMessageContaining("0 pixels");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 640, 480, 0, 0, 320, 240", //
        "3, 5, 100, 100, 1, 2, 51, 51",
        "639, 479, 1, 1, 319, 239, 1, 1"
    })
    void shouldCoverAtLeastTheSamePart(
            int x, int y, int width, int height, int toX, int toY, int toWidth, int toHeight) {
        Rectangle scaled =
                Thumbnails.scaled(new Rectangle(x, y, width, height), picture(640, 480, 1), picture(320, 240, 1));

        assertThat(scaled).isEqualTo(new Rectangle(toX, toY, toWidth, toHeight));
    }

    private static Image picture(int width, int height, int channels) {
        return new Image(width, height, channels, new byte[width * height * channels]);
    }
}
