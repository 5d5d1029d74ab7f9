package io.fleck.core.wafer.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.SampleMaps;
import io.fleck.core.wafer.format.WaferMapException;
import io.fleck.core.wafer.format.WaferMapReader;
import io.fleck.core.wafer.format.WaferMaps;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every reader keeps: a new one is tested by being registered and having a sample here. */
final class WaferMapReadersTest {
    private static final Map<String, List<String>> SAMPLES = Map.of(
            "KLARF", List.of(SampleMaps.KLARF_12, SampleMaps.KLARF_18),
            "SEMI G85", List.of(SampleMaps.G85),
            "SEMI E142", List.of(SampleMaps.E142),
            "WM-811K", List.of(SampleMaps.WM811K));

    static Stream<WaferMapReader> readers() {
        return WaferMapReaders.all().stream();
    }

    static Stream<Arguments> samples() {
        return readers()
                .flatMap(reader -> SAMPLES.getOrDefault(reader.name(), List.of()).stream()
                        .map(sample -> Arguments.of(reader.name(), sample)));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void shouldHaveASample(WaferMapReader reader) {
        assertThat(SAMPLES).containsKey(reader.name());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void shouldBeReadByItsReaderAlone(String name, String sample) {
        MapFile file = SampleMaps.file(sample);

        assertThat(readers().filter(reader -> reader.recognises(file)).map(WaferMapReader::name))
                .containsExactly(name);
        WaferMaps maps = WaferMapReaders.read(file, ReadLimits.DEFAULT);
        assertThat(maps.format()).startsWith(name);
        assertThat(maps.maps()).hasSize(2).doesNotContainNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void shouldReadTheSameTwiceAndLeaveTheFileAlone(String name, String sample) {
        MapFile file = SampleMaps.file(sample);

        List<DefectMap> first = WaferMapReaders.read(file, ReadLimits.DEFAULT).maps();
        List<DefectMap> second = WaferMapReaders.read(file, ReadLimits.DEFAULT).maps();

        assertThat(second).usingRecursiveComparison().isEqualTo(first);
        assertThat(file.content()).isEqualTo(sample.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void shouldReadWindowsLineEndsAndAByteOrderMark(String name, String sample) {
        MapFile file = SampleMaps.file("\uFEFF" + sample.replace("\n", "\r\n"));

        assertThat(WaferMapReaders.read(file, ReadLimits.DEFAULT).maps())
                .extracting(DefectMap::defectCount)
                .isEqualTo(WaferMapReaders.read(SampleMaps.file(sample), ReadLimits.DEFAULT).maps().stream()
                        .map(DefectMap::defectCount)
                        .toList());
    }

    /** All but a table of lines, whose rows stand for themselves: half a table is a table. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void shouldRefuseEveryFileThatIsCutOff(String name, String sample) {
        Assumptions.assumeFalse(name.equals("WM-811K"), "half a table is a table");
        byte[] whole = sample.strip().getBytes(StandardCharsets.UTF_8);
        int step = name.equals("KLARF") ? 1 : 7; // a parser of XML takes a while to begin
        int end = name.equals("KLARF") ? whole.length - 1 : whole.length; // the very last semicolon ends nothing
        for (int length = 0; length < end; length += step) {
            MapFile cut = new MapFile("cut", Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> WaferMapReaders.read(cut, ReadLimits.DEFAULT))
                    .as("%s cut off after %s bytes", name, length)
                    .isInstanceOf(WaferMapException.class)
                    .hasMessageStartingWith("cut");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void shouldReadOrRefuseAFileWithWrongBytes(String name, String sample) {
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = sample.getBytes(StandardCharsets.UTF_8);
            for (int change = 0; change <= i % 4; change++) {
                bytes[random.nextInt(bytes.length)] = wrong(random);
            }
            Optional<WaferMaps> read = readOrRefuse(new MapFile("wrong", bytes));

            read.ifPresent(maps -> assertThat(maps.maps()).isNotEmpty().doesNotContainNull());
        }
    }

    private static byte wrong(Random random) {
        String likely = "0123456789;{}\"<>&,. \n-eEA";
        return random.nextInt(4) == 0
                ? (byte) random.nextInt(256)
                : (byte) likely.charAt(random.nextInt(likely.length()));
    }

    /** Any other exception than the one that is promised fails the test. */
    private static Optional<WaferMaps> readOrRefuse(MapFile file) {
        try {
            return Optional.of(WaferMapReaders.read(file, ReadLimits.DEFAULT));
        } catch (WaferMapException e) {
            assertThat(e.file()).isEqualTo("wrong");
            assertThat(e.reason()).isNotBlank().hasSizeLessThan(400);
            return Optional.empty();
        }
    }

    @Test
    void shouldNameTheFormatsItReads() {
        assertThatThrownBy(() -> WaferMapReaders.read(SampleMaps.file("MIT License"), ReadLimits.DEFAULT))
                .hasMessage("sample line 1: it is none of the formats KLARF, SEMI G85, SEMI E142, WM-811K");
        assertThatThrownBy(() -> WaferMapReaders.read(SampleMaps.file(""), ReadLimits.DEFAULT))
                .isInstanceOf(WaferMapException.class);
    }

    @Test
    void shouldReadTheSharedRows() {
        Path rows = Path.of(System.getProperty("fleck.data", "."), "wafer", "wm811k-dev.csv.gz");
        Assumptions.assumeTrue(Files.exists(rows), "skipped: no wm811k-dev.csv.gz under -Dfleck.data");

        WaferMaps maps = WaferMapReaders.read(rows, ReadLimits.DEFAULT);

        assertThat(maps.maps()).hasSize(29_675);
        assertThat(maps.maps().get(0).identity().wafer()).isEqualTo("wm811k-center_10");
        assertThat(maps.maps().get(0).defectCount()).isEqualTo(110);
        assertThat(maps.maps().get(0).bins().orElseThrow().dies()).isEqualTo(533);
    }
}
