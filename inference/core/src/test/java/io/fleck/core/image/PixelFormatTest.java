package io.fleck.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.DecodeException.Reason;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PixelFormatTest {
    @ParameterizedTest
    @EnumSource
    void shouldFindEveryFormatByItsName(PixelFormat format) {
        assertThat(PixelFormat.ofName(format.pfncName())).isSameAs(format);
        assertThat(format.pfncName().toUpperCase(Locale.ROOT))
                .as("name and constant")
                .isEqualTo(format.name().replace("_", ""));
    }

    @ParameterizedTest
    @CsvSource({"Mono8, 8, 1, 1, false", "Mono12, 12, 1, 2, false", "BGR8, 8, 3, 3, false", "BayerGB10, 10, 1, 2, true"
    })
    void shouldSayHowItsPixelsLie(String name, int bits, int samples, int bytes, boolean bayer) {
        PixelFormat format = PixelFormat.ofName(name);

        assertThat(format.raw()).isTrue();
        assertThat(format.bits()).isEqualTo(bits);
        assertThat(format.samples()).isEqualTo(samples);
        assertThat(format.bytesPerPixel()).isEqualTo(bytes);
        assertThat(format.bayer()).isEqualTo(bayer);
    }

    @Test
    void shouldTellFilesFromRawFrames() {
        assertThat(PixelFormat.JPEG.raw()).isFalse();
        assertThat(PixelFormat.PNG.raw()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mono10p", "Mono12Packed", "BayerRG12Packed", "BayerRG10p", "RGB10p32", "Mono1p"})
    void shouldRefusePackedFormatsByName(String name) {
        assertThatThrownBy(() -> PixelFormat.ofName(name))
                .isInstanceOfSatisfying(
                        DecodeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED))
                .hasMessageStartingWith("pixel format '" + name + "' is packed")
                .hasMessageContaining("allowed are JPEG, PNG, Mono8,")
                .hasMessageContaining("BayerBG16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mono8", "YUV422_8", "Mono14", "TIFF"})
    void shouldNameUnknownFormats(String name) {
        assertThatThrownBy(() -> PixelFormat.ofName(name))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("'" + name + "' is not known");
    }
}
