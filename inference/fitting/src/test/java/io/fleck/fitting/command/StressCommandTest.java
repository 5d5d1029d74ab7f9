package io.fleck.fitting.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleck.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StressCommandTest {
    @TempDir
    private Path folder;

    private Path model = Path.of("");
    private Path index = Path.of("");

    /** Good tiles score 60 to 63, defective ones 150 and more; an alarm is above 98. */
    @BeforeEach
    void draw() throws IOException {
        model = BrightnessModel.calibrated(folder.resolve("model"));
        Tiles tiles = new Tiles(Files.createDirectories(folder.resolve("data")));
        for (int i = 0; i < 4; i++) {
            tiles.good("good-" + i + ".png", 60 + i, "test").defective("bad-" + i + ".png", 150 + 10 * i, "patch");
        }
        index = tiles.index();
    }

    private CommandLineRun stress(Path json, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "stress",
                "--quiet",
                "--model",
                model,
                "--data",
                index,
                "--json",
                json,
                "--threads",
                "2",
                "--sample",
                "2"));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray());
    }

    private static JsonNode level(JsonNode figures, String corruption, int severity) {
        for (JsonNode level : figures.get("corruptions")) {
            if (level.get("corruption").asText().equals(corruption)
                    && level.get("severity").asInt() == severity) {
                return level;
            }
        }
        throw new AssertionError("no " + corruption + " of severity " + severity);
    }

    @Test
    void shouldSayAtSeverityZeroWhatEvaluateSays() throws IOException {
        Path json = folder.resolve("stress.json");
        Path evaluated = folder.resolve("evaluate.json");
        assertThat(stress(json).code()).isEqualTo(ExitCode.DONE);
        CommandLineRun.of("evaluate", "--quiet", "--model", model, "--data", index, "--json", evaluated);
        JsonNode clean = level(CommandLineRun.json(json), "none", 0);
        JsonNode figures = CommandLineRun.json(evaluated);

        for (String figure : List.of("image_auroc", "false_alarm_rate", "false_alarm_bound")) {
            assertThat(clean.get(figure)).as(figure).isNotNull().isEqualTo(figures.get(figure));
        }
    }

    @Test
    void shouldMeasureEveryCorruptionAndDrawThePage() throws IOException {
        Path json = folder.resolve("stress.json");
        Path report = folder.resolve("pages/stress.html");
        assertThat(stress(json, "--report", report).code()).isEqualTo(ExitCode.DONE);
        JsonNode figures = CommandLineRun.json(json);

        assertThat(figures.get("corruptions")).hasSize(1 + 9 * 5);
        assertThat(level(figures, "vignetting", 5).get("image_auroc").asDouble())
                .as("darker corners: where the patches are")
                .isBetween(0.0, 1.0);
        assertThat(level(figures, "shift", 1).get("image_auroc").asDouble()).isEqualTo(1);
        assertThat(Files.readString(report))
                .contains("<h3>defocus</h3>", "<h3>vignetting</h3>", "holds up to severity 5");
    }

    @Test
    void shouldFindLargeStrongSpotsAndNoPasteOfNothing() throws IOException {
        Path json = folder.resolve("stress.json");
        stress(json);
        JsonNode figures = CommandLineRun.json(json);

        assertThat(figures.get("null_paste_alarms").asDouble()).isZero();
        assertThat(figures.get("detection")).hasSize(16);
        for (JsonNode detection : figures.get("detection")) {
            if (detection.get("size").asDouble() < 0.03
                    || detection.get("contrast").asDouble() < 0.05) {
                assertThat(detection.get("detected").asDouble())
                        .as("%s", detection)
                        .isZero();
            }
        }
    }

    @Test
    void shouldRepeatByItsSeed() throws IOException {
        stress(folder.resolve("a.json"), "--seed", "3");
        stress(folder.resolve("b.json"), "--seed", "3");

        assertThat(CommandLineRun.json(folder.resolve("a.json")))
                .isEqualTo(CommandLineRun.json(folder.resolve("b.json")));
    }

    @Test
    void shouldRefuseWrongUse() {
        assertThat(stress(folder.resolve("a.json"), "--seed", "x").code()).isEqualTo(ExitCode.USAGE);
    }
}
