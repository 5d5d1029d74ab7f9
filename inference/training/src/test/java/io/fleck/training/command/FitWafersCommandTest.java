package io.fleck.training.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fleck.cli.Fleck;
import io.fleck.core.engine.Engines;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.core.wafer.WaferClassifier;
import io.fleck.core.wafer.WaferResult;
import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.fitting.wafer.LabelledWafer;
import io.fleck.training.wafer.Maps;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitWafersCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private Path maps = Path.of("absent");
    private Path model = Path.of("absent");

    @BeforeEach
    void writeMaps() throws IOException {
        maps = Maps.write(folder.resolve("maps.csv"), Maps.of(64, 2));
        model = folder.resolve("model");
    }

    private int run(Object... arguments) {
        String[] words = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        return Fleck.commandLine().setErr(new PrintWriter(err, true)).execute(words);
    }

    private JsonNode json(Path file) throws IOException {
        return new JsonMapper().readTree(file.toFile());
    }

    @Test
    void shouldLeaveAModelThatClassifiesAndRejects() throws IOException {
        Path figures = folder.resolve("fit.json");
        int code = run(
                "fit-wafers",
                "--maps",
                maps,
                "--model",
                model,
                "--hold-out",
                "Edge-Ring",
                "--steps",
                100,
                "--batch",
                16,
                "--views",
                1,
                "--false-novel-rate",
                0.1,
                "--quiet",
                "--json",
                figures);
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(json(figures).get("validation_macro_f1").asDouble()).isGreaterThan(0.9);
        assertThat(json(figures).get("fit_seconds").asDouble()).isPositive();
        assertThat(json(figures).get("calibration_wafers").asInt()).isEqualTo(16);
        assertThat(Files.readString(folder.resolve("model-learning-curve.svg")))
                .startsWith("<svg")
                .contains("polyline");
        assertThat(folder.resolve("model.checkpoint")).as("not needed any more").doesNotExist();

        ModelManifest manifest = ModelPackage.load(model).manifest();
        assertThat(manifest.kind()).isEqualTo(ModelManifest.WAFER_DIES);
        assertThat(manifest.settings()).containsEntry("steps", "100").containsEntry("outlier-exposure", "false");
        assertThat(manifest.provenance()).containsEntry("wafers", "128");
        try (WaferClassifier<DieGrid> classifier =
                WaferClassifier.ofDies(ModelPackage.load(model), Engines.select("onnxruntime"))) {
            List<LabelledWafer> fresh = Maps.of(10, 99);
            List<WaferResult> results =
                    classifier.classify(fresh.stream().map(LabelledWafer::dies).toList());
            int right = 0;
            for (int i = 0; i < fresh.size(); i++) {
                WaferResult result = results.get(i);
                assertThat(result.latent()).hasSize(64);
                assertThat(result.confidence()).isBetween(0.5, 1.0);
                right += result.signature().equals(fresh.get(i).label()) ? 1 : 0;
            }
            assertThat(right).as("of 20 known wafers").isGreaterThanOrEqualTo(18);
        }
        JsonNode evaluation = evaluated();
        assertThat(evaluation.get("macro_f1").asDouble()).isGreaterThan(0.9);
        assertThat(evaluation.get("novel_wafers").asInt()).isEqualTo(64);
        assertThat(evaluation.get("novelty_auroc").asDouble()).isGreaterThan(0.7);
        assertThat(evaluation.get("novelty_auroc_by_class").has("Edge-Ring")).isTrue();
        assertThat(evaluation.get("confusion").get("none").get("none").asInt()).isGreaterThan(55);
    }

    private JsonNode evaluated() throws IOException {
        Path figures = folder.resolve("evaluate.json");
        assertThat(run("evaluate", "--model", model, "--wafers", maps, "--quiet", "--json", figures))
                .isZero();
        return json(figures);
    }

    @Test
    void shouldRefuseClassesThatAreNotThere() {
        assertThat(run("fit-wafers", "--maps", maps, "--model", model, "--hold-out", "Donut"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--hold-out Donut: no such class in " + maps + ", only [Center, Edge-Ring, none]");
    }

    @Test
    void shouldRefuseTooFewClassesAndWafers() throws IOException {
        assertThat(run("fit-wafers", "--maps", maps, "--model", model, "--hold-out", "Center,none"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("at least two classes are needed");
        Path few = Maps.write(folder.resolve("few.csv"), Maps.of(3, 1));
        assertThat(run("fit-wafers", "--maps", few, "--model", model)).isEqualTo(2);
        assertThat(err.toString()).contains("has 3 wafers; at least 4");
    }

    @Test
    void shouldRefuseWrongNumbers() {
        assertThat(run("fit-wafers", "--maps", maps, "--model", model, "--steps", 0))
                .isEqualTo(2);
        assertThat(err.toString()).contains("0 steps of 64 wafers");
        assertThat(run("fit-wafers", "--maps", maps, "--model", model, "--views", 9))
                .isEqualTo(2);
        assertThat(err.toString()).contains("views 9; allowed are 1 to 8");
        assertThat(run("fit-wafers", "--maps", maps, "--model", model, "--false-novel-rate", 1))
                .isEqualTo(2);
        assertThat(run("fit-wafers", "--maps", folder.resolve("none"), "--model", model))
                .isEqualTo(2);
        assertThat(err.toString()).contains("none: no such file");
    }

    @Test
    void shouldNotResumeFromAFileThatIsNoCheckpoint() throws IOException {
        Files.writeString(folder.resolve("model.checkpoint"), "something else");
        assertThat(run("fit-wafers", "--maps", maps, "--model", model, "--resume", "--steps", 2))
                .isEqualTo(2);
        assertThat(err.toString()).contains("model.checkpoint: not a checkpoint of a training");
        assertThat(model).doesNotExist();
    }
}
