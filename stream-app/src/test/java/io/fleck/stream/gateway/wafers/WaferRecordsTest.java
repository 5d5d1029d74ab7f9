package io.fleck.stream.gateway.wafers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.NotchOrientation;
import io.fleck.avro.WaferDefectMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.Notch;
import io.fleck.core.wafer.WaferGeometry;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.SampleMaps;
import io.fleck.core.wafer.readers.WaferMapReaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class WaferRecordsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static List<DefectMap> maps(String text) {
        return WaferMapReaders.read(SampleMaps.file(text), ReadLimits.DEFAULT).maps();
    }

    @Test
    void shouldCarryADefectList() {
        DefectMap map = maps(SampleMaps.KLARF_12).get(0);
        WaferDefectMap sent = WaferRecords.of(map, NOON);

        assertThat(WaferRecords.key(map)).isEqualTo("LOT1/W01");
        assertThat(sent.getLot()).isEqualTo("LOT1");
        assertThat(sent.getWafer()).isEqualTo("W01");
        assertThat(sent.getSlot()).isEqualTo(1);
        assertThat(sent.getStep()).isEqualTo("METAL2");
        assertThat(sent.getProduct()).isEqualTo("CHIP");
        assertThat(sent.getTool()).isEqualTo("TOOL7");
        assertThat(sent.getRecipe()).isEqualTo("RECIPE");
        assertThat(sent.getInspectedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(sent.getDiameterMm()).isEqualTo(200);
        assertThat(sent.getDiePitchX()).isEqualTo(10_000);
        assertThat(sent.getDiePitchY()).isEqualTo(20_000);
        assertThat(sent.getOriginX()).isEqualTo(-5_000);
        assertThat(sent.getOriginY()).isEqualTo(-10_000);
        assertThat(sent.getNotch()).isEqualTo(NotchOrientation.DOWN);
        assertThat(sent.getDefectX()).containsExactly(1000.25f, 10_000f, -5_000f);
        assertThat(sent.getDefectY()).containsExactly(2000.5f, -20_000f, -10_000f);
        assertThat(sent.getDefectDieX()).containsExactly(0, 1, 0);
        assertThat(sent.getDefectDieY()).containsExactly(0, -1, 0);
        assertThat(sent.getDefectSize()).containsExactly(1.5f, 2.5f, 3f);
        assertThat(sent.getDefectClass()).containsExactly(7, 0, 7);
        assertThat(sent.getBins()).isNull();
    }

    @Test
    void shouldCarryABinMap() {
        WaferDefectMap sent = WaferRecords.of(maps(SampleMaps.E142).get(0), NOON);

        assertThat(sent.getDefectX()).isEmpty();
        assertThat(sent.getNotch()).isEqualTo(NotchOrientation.LEFT);
        assertThat(sent.getBins().getRows()).isEqualTo(2);
        assertThat(sent.getBins().getColumns()).isEqualTo(3);
        assertThat(sent.getBins().getBins()).containsExactly(-1, 1, 1, 1, 10, 1);
        assertThat(sent.getBins().getFailBins()).containsExactly(10);
        assertThat(sent.getInspectedAt())
                .as("the map does not say when: the file's time")
                .isEqualTo(NOON);
        assertThat(sent.getSlot()).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(Notch.class)
    void shouldNameEverySide(Notch notch) {
        DefectMap map = maps(SampleMaps.E142).get(0);
        DefectMap turned = new DefectMap(
                map.identity(), new WaferGeometry(200, DieLayout.UNKNOWN, notch), map.defects(), map.binMap());

        assertThat(WaferRecords.of(turned, NOON).getNotch()).hasToString(notch.name());
    }

    @Test
    void shouldGiveTheSameMapTheSameIdWheneverItIsSent() {
        for (String sample : List.of(SampleMaps.KLARF_12, SampleMaps.G85, SampleMaps.WM811K)) {
            String first = WaferRecords.of(maps(sample).get(0), NOON).getId();
            String again =
                    WaferRecords.of(maps(sample).get(0), NOON.plusSeconds(60)).getId();

            assertThat(again).isEqualTo(first).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void shouldGiveAllOthersOtherIds() {
        List<String> ids = new ArrayList<>();
        for (String sample : List.of(SampleMaps.KLARF_12, SampleMaps.KLARF_18, SampleMaps.G85, SampleMaps.E142)) {
            maps(sample).forEach(map -> ids.add(WaferId.of(map)));
        }
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOT1 | LOT9",
                "W01 | W09",
                "METAL2 | METAL3",
                "12000.5 6000.25 | 12000.5 6000.5",
                "0 0 1.5 7 | 0 0 1.5 8",
                "MarkLocation DOWN | MarkLocation UP",
                "Slot 1; | Slot 3;",
            })
    void shouldGiveAnotherIdToEveryDifference(String from, String to) {
        String changed = SampleMaps.KLARF_12.replace(from, to);

        assertThat(WaferId.of(maps(changed).get(0)))
                .as("%s instead of %s", to, from)
                .isNotEqualTo(WaferId.of(maps(SampleMaps.KLARF_12).get(0)));
    }
}
