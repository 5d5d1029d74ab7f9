package io.fleck.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decoding and resizing together, against pictures that Pillow made: resize/make.py. */
final class GoldenResizeTest {
    static List<String> rows() throws IOException {
        try (BufferedReader index =
                new BufferedReader(new InputStreamReader(open("index.tsv"), StandardCharsets.UTF_8))) {
            return index.lines().skip(1).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldEqualPillowsBilinear(String row) throws IOException {
        String[] fields = row.split("\t", -1);
        Image source = read(fields[0]);

        Image resized = new Resizer().resize(source, Integer.parseInt(fields[1]), Integer.parseInt(fields[2]));

        Image expected = read(fields[3]);
        assertThat(resized.width()).isEqualTo(expected.width());
        assertThat(resized.height()).isEqualTo(expected.height());
        // Within one level is what Fleck promises; Pillow 11, which made these, is met exactly.
        assertThat(resized.pixels()).isEqualTo(expected.pixels());
    }

    private static Image read(String name) throws IOException {
        try (InputStream file = open(name)) {
            EncodedImage encoded = EncodedImage.file(PixelFormat.PNG, ByteBuffer.wrap(file.readAllBytes()));
            return ImageDecoders.decode(encoded, null, DecodeLimits.DEFAULT);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(GoldenResizeTest.class.getResourceAsStream("resize/" + name), name);
    }
}
