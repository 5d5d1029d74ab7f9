package io.fleck.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaferSettingsTest {
    private static final byte[] GRAPH = "graph".getBytes(StandardCharsets.UTF_8);
    private static final List<List<Double>> RANKS = List.of(List.of(1.0, 2.0), List.of(-3.5, 4.0));

    @TempDir
    private Path folder;

    private static WaferSettings settings(List<String> classes, int views, double rate) {
        return new WaferSettings(classes, 48, views, rate, RANKS, Map.of("Loc", List.of(0.5, 0.5, 1.0)));
    }

    private static ModelManifest manifest(WaferSettings settings) {
        return new ModelManifest(
                ModelManifest.FORMAT,
                "wafers",
                "3",
                ModelManifest.WAFER_DIES,
                "wafer-hybrid",
                new ModelManifest.Input("features", 48, 48),
                new ModelManifest.Outputs("logits", null),
                null,
                null,
                Map.of("steps", "3000"),
                Map.of(),
                Sha256.of(GRAPH),
                settings);
    }

    @Test
    void shouldComeBackFromModelJson() {
        ModelManifest manifest = manifest(settings(List.of("Loc", "none"), 4, 0.05));
        ModelPackage.write(folder.resolve("model"), manifest, GRAPH);
        assertThat(ModelPackage.load(folder.resolve("model")).manifest()).isEqualTo(manifest);
    }

    private static PatternSettings patterns(double radius, List<Double> mean) {
        return new PatternSettings(
                List.of(1.0, 2.0),
                List.of(List.of(0.5, 0.0), List.of(0.0, 0.25)),
                radius,
                Map.of("Loc", mean),
                Map.of("Loc", List.of(List.of(0.1, 0.2), List.of(-1.0, 3.0))),
                List.of(List.of(7.5, 0.0)));
    }

    @Test
    void shouldComeBackWithThePatternSpace() {
        WaferSettings settings =
                settings(List.of("Loc", "none"), 4, 0.05).withPatterns(patterns(3.5, List.of(0.0, 0.0)));
        ModelPackage.write(folder.resolve("model"), manifest(settings), GRAPH);
        assertThat(ModelPackage.load(folder.resolve("model")).manifest().wafers())
                .isEqualTo(settings);
    }

    @Test
    void shouldReadModelsFromBeforeThereWereNovelPatterns() throws IOException {
        Path model = folder.resolve("model");
        ModelPackage.write(model, manifest(settings(List.of("Loc", "none"), 4, 0.05)), GRAPH);
        assertThat(Files.readString(model.resolve("model.json"))).doesNotContain("patterns");
    }

    @Test
    void shouldRefuseAPatternSpaceThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patterns(0, List.of(0.0, 0.0)))
                .withMessage("wafers.patterns.radius 0.0; it must be above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patterns(1, List.of(0.0)))
                .withMessage("wafers.patterns.means.Loc has 1 values; needed are 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PatternSettings(List.of(1.0), List.of(), 1, Map.of(), Map.of(), List.of()))
                .withMessageContaining("wafers.patterns.whitening has 0 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WaferSettings(
                                List.of("Center", "none"), 48, 1, 0.1, RANKS, Map.of("none", List.of(0.5)))
                        .withPatterns(patterns(1, List.of(0.0, 0.0))))
                .withMessageContaining("wafers.patterns has means of [Loc]");
    }

    @Test
    void shouldSayWhichFieldOfModelJsonIsWrong() throws IOException {
        Path model = folder.resolve("model");
        ModelPackage.write(model, manifest(settings(List.of("Loc", "none"), 4, 0.05)), GRAPH);
        Path json = model.resolve("model.json");
        Files.writeString(json, Files.readString(json).replace("\"views\" : 4", "\"views\" : 9"));
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelPackage.load(model))
                .withMessageContaining("wafers.views 9; allowed are 1 to 8");
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(List.of("Loc"), 4, 0.05))
                .withMessageContaining("wafers.classes [Loc]; at least two");
        assertThatIllegalArgumentException().isThrownBy(() -> settings(List.of("Loc", "Loc"), 4, 0.05));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(List.of("Center", "none"), 4, 0.05))
                .withMessageContaining("wafers.novelty has scores of [Loc]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(List.of("Loc", "none"), 4, 1))
                .withMessageContaining("wafers.falseNovelRate 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new WaferSettings(List.of("a", "b"), 48, 1, 0.1, List.of(List.of(2.0, 1.0)), Map.of()))
                .withMessageContaining("wafers.ranks has 1.0 after 2.0");
    }
}
