package io.fleck.core.wafer.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Notch;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.WaferMapException;
import io.fleck.core.wafer.format.WaferMaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every KLARF file of the shared data is read, or refused for what is really wrong with it. */
final class SharedKlarfTest {
    private static final Path FOLDER = Path.of(System.getProperty("fleck.data", "."), "klarf");

    @BeforeEach
    void needsTheFiles() {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: no klarf files under -Dfleck.data");
    }

    @ParameterizedTest
    @CsvSource({
        "jklarfreader/simple12.klarf, KLARF 1.2, 1",
        "jklarfreader/klarf12Example.klarf, KLARF 1.2, 2",
        "jklarfreader/klarfWithImagelist.klarf, KLARF 1.8, 6",
        "klarfkit/CPS3TwithoutReview.001, KLARF 1.1, 16",
        "wafermap-clustering/LAA_FAA_LAA-01.000, KLARF 1.2, 12263",
    })
    void shouldReadWhatIsWhole(String file, String format, int defects) {
        WaferMaps maps = WaferMapReaders.read(FOLDER.resolve(file), ReadLimits.DEFAULT);

        assertThat(maps.format()).isEqualTo(format);
        assertThat(maps.maps()).extracting(DefectMap::defectCount).containsExactly(defects);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // malformed
                "jklarfreader/bad12.klarf | 36 | DefectList | wafer 'anotherWafer' has no list of defects",
                "jklarfreader/bad12DefectList.klarf | 29 | XINDEX | it is '75000.123'; it must be a whole number",
                // well formed; the list is not what the summary says
                "jklarfreader/klarf12DefectListExample.klarf | 76 | NDEFECT"
                        + " | the summary of wafer 'aWafer' counts 4 defects over its tests, the list has 13",
                "jklarfreader/simple18.klarf | 80 | NDEFECT"
                        + " | the summary of wafer 'FirstWaferId' counts 8 defects over its tests, the list has 3",
                "jklarfreader/wierdKlarfWithNAs.klarf | 80 | NDEFECT"
                        + " | the summary of wafer 'FirstWaferId' counts 8 defects over its tests, the list has 3",
                "wafermap-clustering/klarf_no_defect.000 | 26 | NDEFECT"
                        + " | the summary of wafer '02' counts 40 defects over its tests, the list has 0",
            })
    void shouldRefuseWhatIsNot(String file, int line, String field, String reason) {
        Path path = FOLDER.resolve(file);

        WaferMapException error =
                catchThrowableOfType(WaferMapException.class, () -> WaferMapReaders.read(path, ReadLimits.DEFAULT));

        assertThat(error.reason()).isEqualTo(reason);
        assertThat(error.field()).isEqualTo(field);
        assertThat(error.line()).isEqualTo(line);
        assertThat(error.file()).isEqualTo(path.toString());
    }

    @Test
    void shouldNameEveryFile() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.getFileName().toString().startsWith("LICENSE"))
                            .count())
                    .as("files of %s, each of which stands above", FOLDER)
                    .isEqualTo(11);
        }
    }

    @Test
    void shouldKnowTheWafer() {
        DefectMap map = WaferMapReaders.read(FOLDER.resolve("klarfkit/CPS3TwithoutReview.001"), ReadLimits.DEFAULT)
                .maps()
                .get(0);

        assertThat(map.identity().lot()).isEqualTo("HJU008");
        assertThat(map.identity().wafer()).isEqualTo("25");
        assertThat(map.identity().slot()).hasValue(25);
        assertThat(map.identity().step()).isEqualTo("IMD2_SRO");
        assertThat(map.identity().tool()).isEqualTo("HYCPS04");
        assertThat(map.identity().recipe()).isEqualTo("03R3");
        assertThat(map.identity().inspectedAt()).contains(Instant.parse("2021-10-19T10:04:09Z"));
        assertThat(map.geometry().diameterMm()).isEqualTo(200);
        assertThat(map.geometry().notch()).isEqualTo(Notch.DOWN);
        assertThat(map.geometry().dies().pitchX()).isEqualTo(2489.96);
        assertThat(map.geometry().dies().originX()).isEqualTo(-2394.8);
    }

    @Test
    void shouldPlaceDefectsOnTheWafer() {
        for (String file : List.of("klarfkit/CPS3TwithoutReview.001", "wafermap-clustering/LAA_FAA_LAA-01.000")) {
            DefectMap map = WaferMapReaders.read(FOLDER.resolve(file), ReadLimits.DEFAULT)
                    .maps()
                    .get(0);
            double farthest = 0;
            for (int i = 0; i < map.defects().count(); i++) {
                farthest = Math.max(
                        farthest, Math.hypot(map.defects().x()[i], map.defects().y()[i]));
            }

            assertThat(farthest).as("farthest defect of %s", file).isBetween(60_000.0, 100_000.0);
        }
    }
}
