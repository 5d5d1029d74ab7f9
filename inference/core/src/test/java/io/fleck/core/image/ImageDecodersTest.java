package io.fleck.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.DecodeException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every decoder keeps to; a decoder is covered by being registered. */
final class ImageDecodersTest {
    private static final DecodeLimits LIMITS = DecodeLimits.DEFAULT;

    static Stream<PixelFormat> formats() {
        return ImageDecoders.all().stream().flatMap(decoder -> decoder.formats().stream());
    }

    @Test
    void shouldReadEveryFormatWithExactlyOneDecoder() {
        assertThat(formats()).containsExactlyInAnyOrder(PixelFormat.values());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void shouldDecodeWithinTheBufferAndLeaveItAlone(PixelFormat format) {
        EncodedImage plain = SamplePictures.of(format);
        ByteBuffer embedded = embedded(plain.bytes());

        Image image = decode(with(plain, embedded.asReadOnlyBuffer()));

        assertThat(image.width()).isEqualTo(SamplePictures.WIDTH);
        assertThat(image.height()).isEqualTo(SamplePictures.HEIGHT);
        assertThat(image.pixels())
                .as("direct and heap buffer")
                .isEqualTo(decode(plain).pixels());
        assertThat(embedded.position()).isEqualTo(7);
        assertThat(plain.bytes().position()).isZero();
    }

    /** A direct buffer with other bytes around. */
    private static ByteBuffer embedded(ByteBuffer bytes) {
        ByteBuffer embedded = ByteBuffer.allocateDirect(bytes.remaining() + 20);
        embedded.position(7).put(bytes.duplicate());
        return embedded.limit(embedded.position()).position(7);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void shouldRefuseMoreBytesOrPixelsThanAllowed(PixelFormat format) {
        EncodedImage picture = SamplePictures.of(format);
        int bytes = picture.bytes().remaining();
        int pixels = SamplePictures.WIDTH * SamplePictures.HEIGHT;

        assertThat(ImageDecoders.decode(picture, null, new DecodeLimits(bytes, pixels)))
                .isNotNull();
        assertRefused(() -> ImageDecoders.decode(picture, null, new DecodeLimits(bytes - 1, pixels)), Reason.TOO_LARGE);
        assertRefused(() -> ImageDecoders.decode(picture, null, new DecodeLimits(bytes, pixels - 1)), Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void shouldRefuseAPictureThatEndsAtAnyByte(PixelFormat format) {
        EncodedImage picture = SamplePictures.of(format);
        for (int length = 0; length < picture.bytes().remaining(); length++) {
            EncodedImage cut = with(picture, picture.bytes().slice(0, length));
            Reason reason = reasonOf(cut);
            assertThat(reason).as("first %s bytes", length).isIn(Reason.TRUNCATED, Reason.MALFORMED);
            if (length >= 16) {
                assertThat(reason).as("first %s bytes", length).isEqualTo(Reason.TRUNCATED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void shouldSurviveAnyDamagedByte(PixelFormat format) {
        EncodedImage picture = SamplePictures.of(format);
        byte[] original = new byte[picture.bytes().remaining()];
        picture.bytes().get(0, original);
        Random random = new Random(5);
        for (int at = 0; at < original.length; at++) {
            byte[] damaged = original.clone();
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            assertDecodesOrRefuses(with(picture, ByteBuffer.wrap(damaged)));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void shouldRefuseWhatIsNoPicture(PixelFormat format) {
        EncodedImage picture = SamplePictures.of(format);
        byte[] text = "This is a text file with a wrong name.".getBytes(StandardCharsets.UTF_8);
        byte[] noise = new byte[200];
        new Random(9).nextBytes(noise);

        for (byte[] bytes : List.of(text, noise, new byte[0], new byte[100])) {
            assertThat(reasonOf(with(picture, ByteBuffer.wrap(bytes))))
                    .as("%s bytes", bytes.length)
                    .isIn(Reason.MALFORMED, Reason.TRUNCATED);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void shouldDecodeTheSameInSeveralThreads(PixelFormat format) {
        byte[] expected = decode(SamplePictures.of(format)).pixels();
        EncodedImage shared = SamplePictures.of(format);

        List<byte[]> decoded = IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> decode(shared).pixels())
                .toList();

        assertThat(decoded).allMatch(pixels -> Arrays.equals(pixels, expected));
    }

    @Test
    void shouldNameATextFileNamedJpg() {
        ByteBuffer text = ByteBuffer.wrap("station;score\n1;0.5\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> decode(EncodedImage.file(PixelFormat.JPEG, text)))
                .isInstanceOf(DecodeException.class)
                .hasMessage("JPEG file does not start like one");
    }

    private static void assertDecodesOrRefuses(EncodedImage picture) {
        try {
            Image image = decode(picture);
            assertThat(image.pixels()).hasSize(image.width() * image.height() * image.channels());
        } catch (DecodeException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static Reason reasonOf(EncodedImage picture) {
        try {
            Image image = decode(picture);
            throw new AssertionError(picture.format() + " of " + picture.bytes().remaining() + " bytes decoded to "
                    + image.width() + " x " + image.height());
        } catch (DecodeException e) {
            return e.reason();
        }
    }

    private static void assertRefused(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DecodeException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Image decode(EncodedImage picture) {
        return ImageDecoders.decode(picture, null, LIMITS);
    }

    private static EncodedImage with(EncodedImage picture, ByteBuffer bytes) {
        return new EncodedImage(picture.format(), picture.width(), picture.height(), picture.stride(), bytes);
    }
}
