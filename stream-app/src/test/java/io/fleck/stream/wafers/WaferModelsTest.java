package io.fleck.stream.wafers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.NoveltyGate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WaferModelsTest {
    private static final DefectMap BINS =
            MapRecords.map(WaferPipeline.wafer("L1", 1, 0).build());

    private static final DefectMap DEFECTS = MapRecords.map(WaferPipeline.wafer("L1", 1, 0)
            .setBins(null)
            .setDefectX(List.of(1f))
            .setDefectY(List.of(1f))
            .build());

    @Test
    void shouldFindTheModelThatReadsAMap() {
        WaferModel dies =
                new WaferModel(WaferPipeline.MODEL, NoveltyGate.of(FakeClassifier.settings()), new FakeClassifier());
        WaferModels models = new WaferModels(Optional.of(dies));
        assertThat(models.find(BINS)).contains(dies);
        assertThat(models.find(DEFECTS)).as("a list of defects").isEmpty();
        assertThat(new WaferModels(Optional.empty()).find(BINS)).isEmpty();
    }
}
