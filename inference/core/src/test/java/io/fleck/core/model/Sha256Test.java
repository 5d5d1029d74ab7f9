package io.fleck.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
    @Test
    void shouldGiveTheDigestOfThePublishedExample() {
        assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII))) // FIPS 180-2, appendix B.1
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void shouldDigestAFileOfManyPiecesLikeItsBytes(@TempDir Path directory) throws IOException {
        byte[] bytes = new byte[200_001];
        new Random(3).nextBytes(bytes);
        Path file = Files.write(directory.resolve("bytes"), bytes);
        assertThat(Sha256.of(file)).isEqualTo(Sha256.of(bytes));
    }
}
