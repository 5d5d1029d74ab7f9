package io.fleck.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.fleck.core.image.DecodeException.Reason;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class DecodeLimitsTest {
    private static final DecodeLimits LIMITS = new DecodeLimits(1000, 600);

    @ParameterizedTest
    @CsvSource({"30, 20", "20, 30", "600, 1", "1, 600"})
    void shouldAllowUpToTheLimit(int width, int height) {
        assertThatCode(() -> LIMITS.checkPixels(width, height)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"31, 20", "601, 1", "1, 601", "2147483647, 2147483647", "100000, 100000"})
    void shouldRefuseMorePixels(int width, int height) {
        assertThatThrownBy(() -> LIMITS.checkPixels(width, height))
                .isInstanceOfSatisfying(
                        DecodeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
                .hasMessage("picture of " + width + " x " + height + " pixels; at most 600 pixels");
    }

    @Test
    void shouldRefuseMoreBytes() {
        assertThatCode(() -> LIMITS.checkBytes(1000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> LIMITS.checkBytes(1001)).hasMessage("picture of 1001 bytes; at most 1000");
    }

    @Test
    void shouldRefuseWhatNoArrayHoldsWhateverIsAllowed() {
        DecodeLimits generous = new DecodeLimits(Long.MAX_VALUE, Long.MAX_VALUE);

        assertThatThrownBy(() -> generous.checkPixels(32_768, 32_768)).hasMessageContaining("at most 715827879");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1"})
    void shouldBePositive(long bytes, long pixels) {
        assertThatThrownBy(() -> new DecodeLimits(bytes, pixels)).hasMessageContaining("at least 1");
    }

    static List<EncodedImage> hugeHeaders() {
        byte[] png = new PngBytes().header(100_000, 100_000, 8, 2).data(0, 0, 0).end();
        byte[] jpeg = JpegBytes.of(JpegBytes.frame(0xC2, 8, 65_000, 65_000, 3), JpegBytes.scan());
        return List.of(
                EncodedImage.file(PixelFormat.PNG, ByteBuffer.wrap(png)),
                EncodedImage.file(PixelFormat.JPEG, ByteBuffer.wrap(jpeg)),
                new EncodedImage(PixelFormat.MONO8, 65_000, 65_000, 0, ByteBuffer.allocate(100)));
    }

    @ParameterizedTest
    @MethodSource("hugeHeaders")
    void shouldBeCheckedBeforeAnythingLargeIsAllocated(EncodedImage huge) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> ImageDecoders.decode(huge, null, DecodeLimits.DEFAULT))
                .isInstanceOfSatisfying(
                        DecodeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));

        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("bytes allocated to refuse %s", huge.format())
                .isLessThan(16L << 20);
    }
}
