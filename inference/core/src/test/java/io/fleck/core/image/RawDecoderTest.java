package io.fleck.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.DecodeException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RawDecoderTest {
    @Test
    void shouldSkipThePaddingOfRows() {
        byte[] padded = {1, 2, 3, -1, -1, 4, 5, 6, -1, -1};

        assertThat(decode(PixelFormat.MONO8, 3, 2, 5, padded).pixels()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void shouldNotInsistOnPaddingAfterTheLastRow() {
        byte[] padded = {1, 2, 3, -1, -1, 4, 5, 6};

        assertThat(decode(PixelFormat.MONO8, 3, 2, 5, padded).pixels()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void shouldKeepRgbAndTurnBgr() {
        byte[] pixels = {1, 2, 3, 4, 5, 6};

        assertThat(decode(PixelFormat.RGB8, 2, 1, 0, pixels).pixels()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(decode(PixelFormat.BGR8, 2, 1, 0, pixels).pixels()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(pixels).as("what arrived").containsExactly(1, 2, 3, 4, 5, 6);
    }

    @ParameterizedTest
    @CsvSource({"MONO10, 1023", "MONO12, 4095", "MONO16, 65535"})
    void shouldBringTheFullRangeToEightBits(PixelFormat format, int most) {
        byte[] samples = littleEndian(0, most / 2, most);

        assertThat(decode(format, 3, 1, 0, samples).pixels()).containsExactly((byte) 0, (byte) 127, (byte) 255);
    }

    @Test
    void shouldApplyTheWindowToMoreThanEightBitsOnly() {
        BitWindow window = new BitWindow(100, 200);

        assertThat(decode(PixelFormat.MONO12, 3, 1, 0, littleEndian(100, 150, 300), window)
                        .pixels())
                .containsExactly((byte) 0, (byte) 128, (byte) 255);
        assertThat(decode(PixelFormat.MONO8, 1, 1, 0, new byte[] {120}, window).pixels())
                .containsExactly(120);
    }

    @Test
    void shouldReadTwoByteSamplesBehindOddStridesAndPositions() {
        ByteBuffer bytes =
                ByteBuffer.wrap(new byte[] {99, 0, 1, 77, 77, 77, 0, 2}).order(ByteOrder.BIG_ENDIAN);
        EncodedImage odd = new EncodedImage(PixelFormat.MONO16, 1, 2, 5, bytes.position(1));

        assertThat(ImageDecoders.decode(odd, new BitWindow(0, 512), DecodeLimits.DEFAULT)
                        .pixels())
                .containsExactly((byte) 128, (byte) 255);
    }

    @ParameterizedTest
    @CsvSource({"BAYER_RG8, 200, 40", "BAYER_BG8, 40, 200"})
    void shouldInterpolateMosaics(PixelFormat format, int red, int blue) {
        byte[] mosaic = {(byte) 200, 120, 120, 40};

        Image image = decode(format, 2, 2, 0, mosaic);

        assertThat(image.channels()).isEqualTo(3);
        for (int i = 0; i < 12; i += 3) {
            assertThat(image.pixels()[i] & 0xFF).as("red").isEqualTo(red);
            assertThat(image.pixels()[i + 1] & 0xFF).as("green").isEqualTo(120);
            assertThat(image.pixels()[i + 2] & 0xFF).as("blue").isEqualTo(blue);
        }
    }

    @Test
    void shouldWindowMosaicsOfMoreThanEightBits() {
        byte[] mosaic = littleEndian(4095, 0, 0, 0);

        Image image = decode(PixelFormat.BAYER_RG12, 2, 2, 0, mosaic);

        assertThat(image.pixels()[0]).as("red").isEqualTo((byte) 255);
        assertThat(image.pixels()[1]).as("green").isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "MONO8, 4, 3, 0, 11, TRUNCATED, 'needs 12 bytes, got 11'",
        "MONO8, 4, 3, 0, 13, MALFORMED, 'has at most 12 bytes, got 13'",
        "MONO8, 4, 3, 6, 15, TRUNCATED, 'needs 16 bytes, got 15'",
        "MONO8, 4, 3, 6, 19, MALFORMED, 'has at most 18 bytes, got 19'",
        "MONO10, 4, 3, 0, 23, TRUNCATED, 'needs 24 bytes'",
        "MONO16, 4, 3, 7, 24, MALFORMED, 'a row has 8 bytes, more than its stride'",
        "RGB8, 0, 3, 0, 9, MALFORMED, 'width and a height of at least 1'",
        "RGB8, 3, 0, 0, 9, MALFORMED, 'width and a height of at least 1'",
        "BAYER_GR8, 1, 4, 0, 4, MALFORMED, 'at least 2 x 2'",
        "BAYER_GR8, 4, 1, 0, 4, MALFORMED, 'at least 2 x 2'"
    })
    void shouldCheckSizesAgainstTheBytes(
            PixelFormat format, int width, int height, int stride, int bytes, Reason reason, String message) {
        assertThatThrownBy(() -> decode(format, width, height, stride, new byte[bytes]))
                .isInstanceOfSatisfying(
                        DecodeException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageStartingWith(format.pfncName() + " frame of " + width + " x " + height)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "65536, 65536, 0",
        "2147483647, 2147483647, 0",
        "1, 2147483647, 2147483647",
        "46341, 46341, 2147483647",
        "2147483647, 1, 0"
    })
    void shouldNotOverflowOnAbsurdSizes(int width, int height, int stride) {
        DecodeLimits generous = new DecodeLimits(Long.MAX_VALUE, Long.MAX_VALUE);
        EncodedImage absurd = new EncodedImage(PixelFormat.RGB8, width, height, stride, ByteBuffer.allocate(64));

        assertThatThrownBy(() -> ImageDecoders.decode(absurd, null, generous)).isInstanceOf(DecodeException.class);
    }

    private static byte[] littleEndian(int... samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample : samples) {
            bytes.putShort((short) sample);
        }
        return bytes.array();
    }

    private static Image decode(PixelFormat format, int width, int height, int stride, byte[] bytes) {
        return decode(format, width, height, stride, bytes, null);
    }

    private static Image decode(
            PixelFormat format, int width, int height, int stride, byte[] bytes, @Nullable BitWindow window) {
        EncodedImage encoded = new EncodedImage(format, width, height, stride, ByteBuffer.wrap(bytes));
        return ImageDecoders.decode(encoded, window, DecodeLimits.DEFAULT);
    }
}
