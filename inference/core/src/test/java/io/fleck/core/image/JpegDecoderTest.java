package io.fleck.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.DecodeException.Reason;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JpegDecoderTest {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;
    private static final byte[] COLOUR = SamplePictures.jpeg(SamplePictures.gradient(WIDTH, HEIGHT, true), false);
    private static final byte[] GREY = SamplePictures.jpeg(SamplePictures.gradient(WIDTH, HEIGHT, false), false);

    @Test
    void shouldKeepGreyOneChannel() {
        Image image = decode(GREY);

        assertThat(image.channels()).isEqualTo(1);
        assertNearGradient(image);
    }

    @Test
    void shouldReadColourInTheOrderRedGreenBlue() {
        Image image = decode(COLOUR);

        assertThat(image.channels()).isEqualTo(3);
        assertNearGradient(image);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldReadProgressiveFiles(boolean colour) {
        byte[] progressive = SamplePictures.jpeg(SamplePictures.gradient(WIDTH, HEIGHT, colour), true);

        assertThat(decode(progressive).pixels())
                .isEqualTo(decode(colour ? COLOUR : GREY).pixels());
    }

    private static void assertNearGradient(Image image) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int band = 0; band < image.channels(); band++) {
                    int level = image.pixels()[(y * WIDTH + x) * image.channels() + band] & 0xFF;
                    assertThat(Math.abs(level - SamplePictures.gradientAt(x, y, WIDTH, HEIGHT, band)))
                            .as("distance at x=%s y=%s band=%s", x, y, band)
                            .isLessThan(8);
                }
            }
        }
    }

    @Test
    void shouldRefuseAFileWithoutItsEnd() {
        assertRefused(Arrays.copyOf(GREY, GREY.length - 2), Reason.TRUNCATED, "ends before its end marker");
        assertRefused(Arrays.copyOf(GREY, GREY.length * 9 / 10), Reason.TRUNCATED, "ends before its end marker");
    }

    /** The JDK's reader alone would return such a file with grey rows at the bottom. */
    @Test
    void shouldRefuseAFileWhoseScanBreaksOffBeforeTheEndMarker() {
        byte[] gap = Arrays.copyOf(GREY, GREY.length - 40);
        gap[gap.length - 2] = (byte) 0xFF;
        gap[gap.length - 1] = (byte) 0xD9;

        assertRefused(gap, Reason.MALFORMED, "JPEG file is damaged: ");
    }

    @Test
    void shouldIgnoreWhatFollowsTheEnd() {
        byte[] padded = Arrays.copyOf(GREY, GREY.length + 512);

        assertThat(decode(padded).pixels()).isEqualTo(decode(GREY).pixels());
    }

    @Test
    void shouldIgnoreThumbnailsProfilesAndOrientation() {
        String icc = "ffe20014" + "4943435f50524f46494c4500" + "0909ffffffff";
        String exif = "ffe10010" + "457869660000" + "ffd8ffdaffd90000";
        byte[] file = JpegBytes.withSegment(JpegBytes.withSegment(COLOUR, icc), exif);

        assertThat(decode(file).pixels()).isEqualTo(decode(COLOUR).pixels());
    }

    /** Without any hint the JDK's reader takes components of other names than 1, 2, 3 for RGB. */
    @Test
    void shouldTakeThreeComponentsForYCbCrUnlessTold() {
        byte[] nameless = JpegBytes.withComponentNames(JpegBytes.withoutJfif(COLOUR), 0, 1, 2);

        assertThat(decode(nameless).pixels()).isEqualTo(decode(COLOUR).pixels());
    }

    @Test
    void shouldBelieveAdobeSegmentsAndComponentNames() {
        byte[] bare = JpegBytes.withoutJfif(COLOUR);
        String adobe = "ffee000e" + "41646f6265" + "006400000000";
        Image named = decode(JpegBytes.withComponentNames(bare, 'R', 'G', 'B'));

        assertThat(named.pixels())
                .as("luminance, read as red")
                .isNotEqualTo(decode(COLOUR).pixels());
        assertThat(decode(JpegBytes.withSegment(bare, adobe + "00")).pixels()).isEqualTo(named.pixels());
        assertThat(decode(JpegBytes.withSegment(bare, adobe + "01")).pixels())
                .isEqualTo(decode(COLOUR).pixels());
        assertThat(decode(JpegBytes.withSegment(COLOUR, adobe + "00")).pixels())
                .as("JFIF wins")
                .isEqualTo(decode(COLOUR).pixels());
    }

    @Test
    void shouldSkipFillBytesBeforeMarkers() {
        assertThat(decode(JpegBytes.withSegment(GREY, "ffffff")).pixels())
                .isEqualTo(decode(GREY).pixels());
    }

    @ParameterizedTest
    @CsvSource({
        "192, 8, 4, 'in CMYK; grey and RGB are read'",
        "192, 8, 2, 'of 2 components; 1 and 3 are read'",
        "193, 12, 1, 'of 12 bits a sample; 8 are read'",
        "195, 8, 1, 'lossless; baseline and progressive ones are read'",
        "201, 8, 1, 'arithmetically coded; baseline and progressive ones are read'",
        "197, 8, 1, 'hierarchical; baseline and progressive ones are read'"
    })
    void shouldRefuseOtherKindsByName(int marker, int bits, int components, String message) {
        byte[] file = JpegBytes.of(JpegBytes.frame(marker, bits, 8, 8, components), JpegBytes.scan());

        assertRefused(file, Reason.UNSUPPORTED, "JPEG file " + message);
    }

    @Test
    void shouldRefuseAHugeFrameByItsHeader() {
        byte[] file = JpegBytes.of(JpegBytes.frame(0xC0, 8, 65_535, 65_535, 3), JpegBytes.scan());

        assertRefused(file, Reason.TOO_LARGE, "65535 x 65535 pixels; at most 64000000");
    }

    @Test
    void shouldRefuseMoreScansThanAnyRealFile() {
        String scans = String.join("", Collections.nCopies(65, JpegBytes.scan()));

        assertRefused(JpegBytes.of(JpegBytes.frame(0xC2, 8, 8, 8, 1), scans), Reason.UNSUPPORTED, "more than 64 scans");
    }

    @Test
    void shouldRefuseAFileOfManyScatteredSegments() {
        String restartAndComment = "ffdd00040000" + "fffe0002";
        String segments = String.join("", Collections.nCopies(5000, restartAndComment));

        assertRefused(JpegBytes.of(segments), Reason.MALFORMED, "more than 4096 scattered segments");
    }

    @ParameterizedTest
    @CsvSource({
        "'', has no picture in it",
        "ffda0008010100003f001234, has a scan before its frame header",
        "ffc0000b080008000801011100ffc0000b080008000801011100, has two frame headers",
        "ffc0000b080000000801011100, both must be at least 1",
        "ffc0000a0800080008010111, frame header has 8 bytes",
        "ffdb0001, segment of negative length",
        "ffd0, has a stray marker d0",
        "ffd8, has a stray marker d8",
        "ff00, has a stray marker 0",
        "ffdb0002aabb, has no marker at byte 6"
    })
    void shouldNameWhatIsWrongWithTheStructure(String segments, String message) {
        assertRefused(JpegBytes.of(segments), Reason.MALFORMED, message);
    }

    private static void assertRefused(byte[] file, Reason reason, String message) {
        assertThatThrownBy(() -> decode(file))
                .isInstanceOfSatisfying(
                        DecodeException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }

    private static Image decode(byte[] file) {
        EncodedImage encoded = EncodedImage.file(PixelFormat.JPEG, ByteBuffer.wrap(file));
        return ImageDecoders.decode(encoded, null, DecodeLimits.DEFAULT);
    }
}
