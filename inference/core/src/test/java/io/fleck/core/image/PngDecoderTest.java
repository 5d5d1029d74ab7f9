package io.fleck.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.DecodeException.Reason;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PngDecoderTest {
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldReturnEveryPixelInTheOrderRedGreenBlue(boolean colour) {
        BufferedImage gradient = SamplePictures.gradient(37, 21, colour);

        Image image = decode(SamplePictures.png(gradient));

        assertThat(image.channels()).isEqualTo(colour ? 3 : 1);
        int i = 0;
        for (int y = 0; y < 21; y++) {
            for (int x = 0; x < 37; x++) {
                for (int band = 0; band < image.channels(); band++) {
                    assertThat(image.pixels()[i++] & 0xFF)
                            .as("x=%s y=%s band=%s", x, y, band)
                            .isEqualTo(SamplePictures.gradientAt(x, y, 37, 21, band));
                }
            }
        }
    }

    @Test
    void shouldReadInterlacedFiles() {
        BufferedImage gradient = SamplePictures.gradient(37, 21, true);
        byte[] interlaced = SamplePictures.encode(gradient, "png", true);

        assertThat(interlaced[28]).as("interlace method").isEqualTo((byte) 1);
        assertThat(decode(interlaced).pixels())
                .isEqualTo(decode(SamplePictures.png(gradient)).pixels());
    }

    @Test
    void shouldBringSixteenBitsToEightByTheWindow() {
        byte[] file = new PngBytes()
                .header(3, 1, 16, GREY)
                .data(0, 0, 100, 0, 150, 1, 44)
                .end();

        assertThat(decode(file).pixels()).as("full range").containsExactly((byte) 0, (byte) 1, (byte) 1);
        assertThat(decode(file, new BitWindow(100, 200)).pixels())
                .as("100 to 200")
                .containsExactly((byte) 0, (byte) 128, (byte) 255);
    }

    @Test
    void shouldReadSixteenBitColourAndDropOpacity() {
        byte[] rgb = new PngBytes()
                .header(1, 1, 16, RGB)
                .data(0, 255, 255, 128, 0, 0, 0)
                .end();
        byte[] alpha = new PngBytes()
                .header(1, 1, 16, RGB_ALPHA)
                .data(0, 255, 255, 128, 0, 0, 0, 9, 9)
                .end();

        assertThat(decode(rgb).pixels()).containsExactly((byte) 255, (byte) 128, (byte) 0);
        assertThat(decode(alpha).pixels()).containsExactly((byte) 255, (byte) 128, (byte) 0);
    }

    @Test
    void shouldDropOpacityOfEightBits() {
        byte[] grey =
                new PngBytes().header(2, 1, 8, GREY_ALPHA).data(0, 7, 0, 8, 255).end();
        byte[] rgb =
                new PngBytes().header(1, 1, 8, RGB_ALPHA).data(0, 1, 2, 3, 0).end();

        assertThat(decode(grey)).satisfies(image -> assertThat(image.channels()).isEqualTo(1));
        assertThat(decode(grey).pixels()).containsExactly(7, 8);
        assertThat(decode(rgb).pixels()).containsExactly(1, 2, 3);
    }

    /** One row of 8 / bits pixels that counts up from 0. */
    @ParameterizedTest
    @CsvSource({"1, 85, '0,255,0,255,0,255,0,255'", "2, 27, '0,85,170,255'", "4, 31, '17,255'"})
    void shouldSpreadFewerBitsOverTheFullRange(int bits, int row, String levels) {
        byte[] file =
                new PngBytes().header(8 / bits, 1, bits, GREY).data(0, row).end();

        assertThat(unsigned(decode(file))).isEqualTo(levels);
    }

    @ParameterizedTest
    @CsvSource({"1, 64, '9,8,7,1,2,3'", "2, 16, '9,8,7,1,2,3'", "8, 0, '9,8,7,9,8,7'"})
    void shouldLookUpPalettes(int bits, int row, String rgb) {
        byte[] file = new PngBytes()
                .header(2, 1, bits, PALETTE)
                .chunk("PLTE", new byte[] {9, 8, 7, 1, 2, 3})
                .chunk("tRNS", new byte[] {0})
                .data(0, row, 0)
                .end();

        assertThat(unsigned(decode(file))).isEqualTo(rgb);
    }

    private static String unsigned(Image image) {
        StringBuilder text = new StringBuilder();
        for (byte sample : image.pixels()) {
            text.append(text.length() == 0 ? "" : ",").append(sample & 0xFF);
        }
        return text.toString();
    }

    @Test
    void shouldNeverExpandWhatIsNotThePicture() {
        byte[] bomb = PngBytes.deflated(new byte[60_000]);
        byte[] file = new PngBytes()
                .header(2, 1, 8, PALETTE)
                .chunk("iCCP", bomb)
                .chunk("zTXt", bomb)
                .chunk("PLTE", new byte[] {1, 2, 3})
                .data(0, 0, 0)
                .end();

        assertThat(decode(file).pixels()).containsExactly(1, 2, 3, 1, 2, 3);
    }

    @Test
    void shouldReadSeveralDataChunksAndIgnoreWhatFollowsTheEnd() {
        byte[] packed = PngBytes.deflated(new byte[] {0, 5, 6});
        byte[] file = new PngBytes()
                .header(2, 1, 8, GREY)
                .chunk("IDAT", Arrays.copyOf(packed, 4))
                .chunk("IDAT", Arrays.copyOfRange(packed, 4, packed.length))
                .end();

        assertThat(decode(Arrays.copyOf(file, file.length + 99)).pixels()).containsExactly(5, 6);
    }

    @Test
    void shouldRefuseAHugePictureByItsHeader() {
        PngBytes header = new PngBytes().header(100_000, 100_000, 8, RGB);

        assertRefused(header.unfinished(), Reason.TOO_LARGE, "100000 x 100000 pixels; at most 64000000");
        assertRefused(header.data(0, 0, 0).end(), Reason.TOO_LARGE, "100000 x 100000 pixels");
    }

    @Test
    void shouldRefuseTooLittleData() {
        byte[] file = new PngBytes().header(4, 4, 8, GREY).data(0, 1, 2, 3, 4).end();

        assertRefused(file, Reason.TRUNCATED, "too little picture data");
    }

    @Test
    void shouldRefuseADamagedChunk() {
        byte[] file = SamplePictures.png(SamplePictures.gradient(40, 40, true));
        file[file.length / 2] ^= 1;

        assertRefused(file, Reason.MALFORMED, "checksum of its IDAT chunk");
    }

    @Test
    void shouldRefuseDataThatDoesNotInflate() {
        byte[] file = new PngBytes()
                .header(2, 1, 8, GREY)
                .chunk("IDAT", new byte[] {1, 2, 3, 4, 5, 6})
                .end();

        assertRefused(file, Reason.MALFORMED, "PNG file is damaged");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 8, 0, says 0 x 5 pixels",
        "5, -1, 8, 0, says 5 x -1 pixels",
        "5, 5, 8, 1, says colour type 1 with 8 bits",
        "5, 5, 3, 0, says colour type 0 with 3 bits",
        "5, 5, 16, 3, says colour type 3 with 16 bits"
    })
    void shouldNameWhatIsWrongWithTheHeader(int width, int height, int bits, int colour, String message) {
        byte[] file = new PngBytes().header(width, height, bits, colour).data(0).end();

        assertRefused(file, Reason.MALFORMED, message);
    }

    @Test
    void shouldNameWhatIsWrongWithTheChunks() {
        assertRefused(
                new PngBytes().chunk("IDAT", new byte[13]).end(), Reason.MALFORMED, "another chunk than its header");
        assertRefused(new PngBytes().chunk("IHDR", new byte[5]).end(), Reason.MALFORMED, "header has 5 bytes");
        assertRefused(new PngBytes().header(2, 1, 8, GREY).end(), Reason.MALFORMED, "has no picture data");
        assertRefused(
                new PngBytes().header(2, 1, 8, GREY).chunk("ABCD", new byte[1]).end(),
                Reason.UNSUPPORTED,
                "critical chunk ABCD");
        assertRefused(
                new PngBytes().header(2, 1, 8, GREY).chunk("a b!", new byte[1]).end(),
                Reason.MALFORMED,
                "type is not four letters");
    }

    @Test
    void shouldRefuseAPaletteThatIsMissing() {
        byte[] file = new PngBytes().header(2, 1, 8, PALETTE).data(0, 0, 0).end();

        assertRefused(file, Reason.MALFORMED, "PNG file is damaged");
    }

    private static void assertRefused(byte[] file, Reason reason, String message) {
        assertThatThrownBy(() -> decode(file))
                .isInstanceOfSatisfying(
                        DecodeException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }

    private static Image decode(byte[] file) {
        return decode(file, null);
    }

    private static Image decode(byte[] file, @Nullable BitWindow window) {
        EncodedImage encoded = EncodedImage.file(PixelFormat.PNG, ByteBuffer.wrap(file));
        return ImageDecoders.decode(encoded, window, DecodeLimits.DEFAULT);
    }
}
