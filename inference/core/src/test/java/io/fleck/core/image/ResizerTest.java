package io.fleck.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResizerTest {
    private final Resizer resizer = new Resizer();

    /** CRC-32 of what Pillow 11.3.0 gives for {@code image.resize((toWidth, toHeight), BILINEAR).convert("RGB")}. */
    @ParameterizedTest
    @CsvSource({
        "248, 373, 1, 256, 256, e8d105f1",
        "640, 480, 3, 256, 256, 5fc10445",
        "100, 100, 3, 256, 256, a3ad0fb6",
        "17, 5, 3, 4, 9, 8bad08db",
        "513, 511, 1, 224, 224, 7fe571f7",
        "1, 1, 3, 3, 3, 099f43da",
        "3000, 40, 1, 37, 80, efb1aa7c",
        "256, 256, 3, 256, 256, e204c9dd",
        "61, 47, 3, 1, 1, 0879a524",
        "640, 640, 3, 320, 160, e947845c",
        "9, 300, 1, 9, 7, 13a45bfa"
    })
    void shouldEqualPillow(int width, int height, int channels, int toWidth, int toHeight, String crc) {
        Image source = textured(width, height, channels);
        ByteBuffer rgb = ByteBuffer.allocateDirect(toWidth * toHeight * 3);

        resizer.resize(source, new Rectangle(0, 0, width, height), toWidth, toHeight, rgb);

        assertThat(rgb.remaining()).as("bytes left in the slot").isZero();
        assertThat(crc(rgb.flip())).as("picture of %s x %s", toWidth, toHeight).isEqualTo(crc);
    }

    /** Pillow's {@code image.crop((31, 17, 181, 137)).resize((64, 80), BILINEAR)}. */
    @Test
    void shouldLookAtNothingOutsideTheRegion() {
        ByteBuffer rgb = ByteBuffer.allocate(64 * 80 * 3);

        resizer.resize(textured(300, 200, 3), new Rectangle(31, 17, 150, 120), 64, 80, rgb);

        assertThat(crc(rgb.flip())).isEqualTo("76028785");
    }

    @Test
    void shouldWriteFromTheBuffersPositionAndNoFurther() {
        ByteBuffer batch = ByteBuffer.allocateDirect(5 * 12).position(12);

        resizer.resize(grey(4, 4, 200), new Rectangle(0, 0, 4, 4), 2, 2, batch);

        assertThat(batch.position()).isEqualTo(24);
        byte[] written = new byte[60];
        batch.get(0, written);
        byte[] expected = new byte[60];
        Arrays.fill(expected, 12, 24, (byte) 200);
        assertThat(written).containsExactly(expected);
    }

    @Test
    void shouldKeepTheChannelsOfAPicture() {
        assertThat(resizer.resize(grey(10, 6, 7), 5, 3).pixels()).hasSize(15).containsOnly(7);
        assertThat(resizer.resize(textured(10, 6, 3), 5, 3).channels()).isEqualTo(3);
    }

    @Test
    void shouldAverageEveryPixelWhenShrinkingToOne() {
        byte[] pixels = new byte[100];
        pixels[0] = (byte) 255;

        Image one = resizer.resize(new Image(10, 10, 1, pixels), 1, 1);

        // A filter without antialiasing would look at the middle only and see nothing.
        assertThat(one.pixels()[0]).isPositive();
    }

    @Test
    void shouldStayWhiteWhereRoundedWeightsAddUpToMoreThanOne() {
        Image white = grey(60_000, 1, 255);

        assertThat(resizer.resize(white, 1, 1).pixels()).containsExactly((byte) 255);
    }

    @Test
    void shouldServeSeveralThreadsAndMoreSizesThanItKeeps() {
        Image source = textured(64, 64, 1);
        Image expected = new Resizer().resize(source, 20, 20);

        IntStream.range(1, 600).parallel().forEach(size -> {
            resizer.resize(source, size, 1);
            assertThat(resizer.resize(source, 20, 20).pixels()).isEqualTo(expected.pixels());
        });
    }

    @Test
    void shouldNameARegionThatLeavesThePicture() {
        Rectangle region = new Rectangle(5, 0, 6, 10);
        ByteBuffer rgb = ByteBuffer.allocate(12);

        assertThatThrownBy(() -> resizer.resize(grey(10, 10, 0), region, 2, 2, rgb))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x=5")
                .hasMessageContaining("10 x 10");
    }

    @Test
    void shouldRefuseASlotThatIsTooSmallAndSizesBelowOne() {
        Rectangle all = new Rectangle(0, 0, 4, 4);
        ByteBuffer small = ByteBuffer.allocate(11);

        assertThatThrownBy(() -> resizer.resize(grey(4, 4, 0), all, 2, 2, small))
                .hasMessageContaining("11 bytes")
                .hasMessageContaining("need 12");
        assertThat(small.position()).as("position after a refusal").isZero();
        assertThatThrownBy(() -> resizer.resize(grey(4, 4, 0), 0, 2)).hasMessageContaining("0 x 2");
    }

    private static Image grey(int width, int height, int level) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) level);
        return new Image(width, height, 1, pixels);
    }

    /** The picture that Pillow was given: slopes, waves and hard edges. */
    private static Image textured(int width, int height, int channels) {
        byte[] pixels = new byte[width * height * channels];
        int i = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int edges = (x / 5 + y / 3) % 2 * 97;
                for (int channel = 0; channel < channels; channel++) {
                    pixels[i++] = (byte) (x * x * 3 + y * y * 5 + x * y * 7 + channel * 85 + edges);
                }
            }
        }
        return new Image(width, height, channels, pixels);
    }

    private static String crc(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return String.format("%08x", crc.getValue());
    }
}
