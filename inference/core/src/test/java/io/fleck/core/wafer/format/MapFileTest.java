package io.fleck.core.wafer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MapFileTest {
    private static final ReadLimits SMALL = new ReadLimits(1_000, 1, 1, 1);

    @TempDir
    private Path folder;

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    @Test
    void shouldReadAFileUpToTheLimit() throws IOException {
        Path file = Files.write(folder.resolve("a.klarf"), new byte[1_000]);

        MapFile read = MapFile.read(file, SMALL);

        assertThat(read.content()).hasSize(1_000);
        assertThat(read.name()).isEqualTo(file.toString());
    }

    @Test
    void shouldRefuseALargerFile() throws IOException {
        Path file = Files.write(folder.resolve("a.klarf"), new byte[1_001]);

        assertThatThrownBy(() -> MapFile.read(file, SMALL))
                .isInstanceOf(WaferMapException.class)
                .hasMessage(file + ": it has more than 1000 bytes, the most that is read");
    }

    @Test
    void shouldUnpackAFileWhateverItsName() throws IOException {
        byte[] plain = "FileVersion 1 2;".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("a.klarf"), packed(plain));

        assertThat(MapFile.read(file, SMALL).content()).isEqualTo(plain);
    }

    @Test
    void shouldRefuseAFileThatUnpacksToTooMuch() throws IOException {
        byte[] bomb = packed(new byte[50_000_000]);
        ReadLimits limits = new ReadLimits(100_000, 1, 1, 1);

        assertThat(bomb).hasSizeLessThan(100_000);
        assertThatThrownBy(() -> MapFile.of("bomb", bomb, limits))
                .hasMessage("bomb: it has more than 100000 bytes, the most that is read");
    }

    @Test
    void shouldRefuseATornPacking() throws IOException {
        byte[] whole = packed(new byte[500]);

        assertThatThrownBy(() -> MapFile.of("torn", Arrays.copyOf(whole, whole.length - 9), SMALL))
                .isInstanceOf(WaferMapException.class)
                .hasMessageContaining("torn: its gzip packing is broken");
    }

    @Test
    void shouldNameAFileThatIsNotThere() {
        Path file = folder.resolve("none");

        assertThatThrownBy(() -> MapFile.read(file, SMALL)).hasMessage(file + ": no such file");
        assertThatThrownBy(() -> MapFile.read(folder, SMALL)).hasMessage(folder + ": it is a folder");
    }

    @Test
    void shouldSkipBlanksAndAByteOrderMarkBeforeTheHead() {
        byte[] marked = "\uFEFF \r\n FileVersion".getBytes(StandardCharsets.UTF_8);

        assertThat(new MapFile("a", marked).head()).isEqualTo("FileVersion");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1", "2147483640, 1, 1, 1", "1, 0, 1, 1", "1, 1, 0, 1", "1, 1, 1, -1"})
    void shouldRefuseLimitsOutOfRange(long bytes, int wafers, int defects, int dies) {
        assertThatThrownBy(() -> new ReadLimits(bytes, wafers, defects, dies))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be");
    }

    @Test
    void shouldSayWhereAnErrorIs() {
        assertThat(new WaferMapException("f", 7, "LotID", "it is empty")).hasMessage("f line 7: LotID: it is empty");
        assertThat(new WaferMapException("f", 0, "", "it is empty")).hasMessage("f: it is empty");
        assertThat(new WaferMapException("f", 0, "", "it is empty").line()).isZero();
    }
}
