package io.fleck.fitting.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleck.cli.ExitCode;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.fitting.frames.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectCommandTest {
    @TempDir
    private Path folder;

    private Path good = Path.of("");
    private Path model = Path.of("");

    @BeforeEach
    void draw() {
        good = folder.resolve("data/good");
        model = folder.resolve("models/plates");
        Pictures.surfaces(good, 40, 1);
    }

    private CommandLineRun select(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "select", "--good", good, "--model", model, "--false-alarm-rate=0.1", "--grid=4", "--threads=2"));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray());
    }

    @Test
    void shouldFitTheCandidateThatItJudgesBest() throws IOException {
        Path json = folder.resolve("select.json");
        Path report = folder.resolve("select.html");
        CommandLineRun run = select("--json", json, "--report", report);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        JsonNode figures = CommandLineRun.json(json);
        assertThat(figures.get("candidates")).hasSize(4).allSatisfy(candidate -> {
            assertThat(candidate.get("judged").asDouble()).as("%s", candidate).isBetween(0.5, 1.0);
            assertThat(candidate.get("ms_per_image").asDouble()).isPositive();
        });
        String chosen = figures.get("chosen").asText();
        ModelManifest manifest = ModelPackage.load(model).manifest();
        assertThat(chosen).startsWith(manifest.detector());
        assertThat(Objects.requireNonNull(manifest.calibration()).falseAlarmRate())
                .as("fitted as it was asked for, not as it was tried")
                .isEqualTo(0.1);
        assertThat(manifest.provenance()).containsEntry("images", "40");
        assertThat(figures.get("why").asText()).contains("drawn defects");
        assertThat(run.out()).contains("chosen", "memory whitening=1");
        assertThat(Files.readString(report)).contains("chosen: " + chosen);
    }

    @Test
    void shouldJudgeByOnesOwnDefects() throws IOException {
        Path defects = folder.resolve("known");
        Pictures.grey(defects.resolve("hole"), "a", 64, 64, (x, y) -> x > 20 && x < 40 && y > 20 && y < 40 ? 0 : 110);
        Pictures.grey(defects.resolve("hole"), "b", 64, 64, (x, y) -> x > 30 && y > 40 ? 255 : 110);
        Pictures.surfaces(defects.resolve("good"), 2, 3);
        Path json = folder.resolve("select.json");
        CommandLineRun run = select("--quiet", "--json", json, "--defects", defects);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(CommandLineRun.json(json).get("why").asText()).contains("given defects");
    }

    @Test
    void shouldSayWhenNothingIsWithinTheBudget() {
        CommandLineRun run = select("--budget-ms", "0.0001");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("no detector takes at most 1.0E-4 ms an image");
        assertThat(model).doesNotExist();
    }

    @Test
    void shouldRefuseWrongUse() {
        assertThat(select("--budget-ms", "0").code()).isEqualTo(ExitCode.USAGE);
        assertThat(select("--defects", folder.resolve("data")).err()).contains("no defective pictures");
    }
}
