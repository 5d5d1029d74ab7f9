package io.fleck.stream.wafers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.NotchOrientation;
import io.fleck.avro.WaferDefectMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Notch;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MapRecordsTest {
    @Test
    void shouldReadBins() {
        DefectMap map = MapRecords.map(WaferPipeline.wafer("L1", 3, 5)
                .setNotch(NotchOrientation.LEFT)
                .setDiePitchX(2_000)
                .setDiePitchY(3_000)
                .build());
        assertThat(map.bins().orElseThrow().bins()).containsExactly(5, 1, 7, -1);
        assertThat(map.bins().orElseThrow().failBins()).as("ascending").containsExactly(1, 7);
        assertThat(map.identity().slot()).hasValue(3);
        assertThat(map.identity().recipe()).isEqualTo("R1");
        assertThat(map.geometry().notch()).isEqualTo(Notch.LEFT);
        assertThat(map.geometry().dies().pitchY()).isEqualTo(3_000);
    }

    @Test
    void shouldReadDefects() {
        WaferDefectMap record = WaferPipeline.wafer("L1", 3, 5)
                .setBins(null)
                .setDefectX(List.of(1f, -2f))
                .setDefectY(List.of(3f, 4f))
                .setDefectDieX(List.of(0, -1))
                .setDefectDieY(List.of(2, 5))
                .setDefectSize(List.of(0.5f, 0.25f))
                .setDefectClass(List.of(9, 8))
                .build();
        DefectMap map = MapRecords.map(record);
        assertThat(map.bins()).isEmpty();
        assertThat(map.defects().x()).containsExactly(1f, -2f);
        assertThat(map.defects().dieY()).containsExactly(2, 5);
        assertThat(map.defects().size()).containsExactly(0.5f, 0.25f);
        assertThat(map.defects().classNumber()).containsExactly(9, 8);
        assertThat(map.defectCount()).isEqualTo(2);
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        WaferDefectMap.Builder record = WaferPipeline.wafer("L1", 3, 5);
        assertThatThrownBy(() -> MapRecords.map(record.setSlot(0).build()))
                .hasMessage("slot is 0; it must be 1 or more");
        assertThatThrownBy(() ->
                        MapRecords.map(record.setSlot(1).setDefectX(List.of(1f)).build()))
                .hasMessageStartingWith("y has 0 entries; it must have 1");
    }
}
