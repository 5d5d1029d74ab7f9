package io.fleck.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.engine.Engines;
import io.fleck.core.model.ModelPackage;
import io.fleck.core.wafer.WaferClassifier;
import io.fleck.core.wafer.WaferResult;
import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.core.wafer.pattern.LatentSpace;
import io.fleck.fitting.synthetic.wafer.Signature;
import io.fleck.fitting.synthetic.wafer.WaferTable;
import io.fleck.fitting.wafer.LabelledWafer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model that comes with the demo, on wafers that it was not trained on. */
final class WaferModelFilesTest {
    @TempDir
    private Path folder;

    @Test
    void shouldKnowTheUsualSignaturesAndRejectThePlantedOnes() {
        ModelPackage model = ModelPackage.load(WaferModelFiles.unpack(folder.resolve("model")));
        List<LabelledWafer> known = WaferTable.draw(Signature.known(), 15, 77);
        List<LabelledWafer> planted = WaferTable.draw(Signature.planted(), 15, 77);
        try (WaferClassifier<DieGrid> classifier = WaferClassifier.ofDies(model, Engines.select("auto"))) {
            List<WaferResult> results =
                    classifier.classify(known.stream().map(LabelledWafer::dies).toList());
            int right = 0;
            for (int i = 0; i < results.size(); i++) {
                right += results.get(i).signature().equals(known.get(i).label()) ? 1 : 0;
            }
            assertThat(right).as("right of %d", results.size()).isGreaterThanOrEqualTo(85);
            assertThat(classifier
                            .classify(planted.stream().map(LabelledWafer::dies).toList())
                            .stream()
                            .filter(WaferResult::novel)
                            .count())
                    .as("rejected of %d", planted.size())
                    .isGreaterThanOrEqualTo(25);
        }
        assertThat(LatentSpace.of(Objects.requireNonNull(model.manifest().wafers())))
                .as("it can compare novel wafers")
                .isPresent();
    }
}
