package io.fleck.fitting.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.fitting.frames.Pictures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FitCommandTest {
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path folder;

    private Path good;
    private Path model;

    @BeforeEach
    void draw() {
        good = folder.resolve("data/good");
        model = folder.resolve("models/plates");
        Pictures.surfaces(good, 24, 1);
    }

    private int fleck(String... args) {
        CommandLine line = Fleck.commandLine();
        line.setErr(new PrintWriter(errors, true));
        return line.execute(args);
    }

    /** Small settings, unless the test gives others. */
    private int fit(String... more) {
        List<String> args = new ArrayList<>(List.of("fit", "--quiet", "--model=" + model, "--set=components=10"));
        for (String small : List.of("--false-alarm-rate=0.1", "--grid=4", "--taps=tap2,tap3")) {
            String option = small.substring(0, small.indexOf('='));
            if (Arrays.stream(more).noneMatch(given -> given.startsWith(option))) {
                args.add(small);
            }
        }
        args.addAll(List.of(more));
        return fleck(args.toArray(String[]::new));
    }

    @Test
    void shouldFitAFolderOfGoodPictures() throws IOException {
        Path json = folder.resolve("out/figures.json");
        int exit = fit("--good", good.toString(), "--json", json.toString(), "--threads", "2");

        assertThat(errors.toString()).isEmpty();
        assertThat(exit).isEqualTo(ExitCode.DONE);
        ModelManifest manifest = ModelPackage.load(model).manifest();
        assertThat(manifest.name()).as("named after its directory").isEqualTo("plates");
        assertThat(Objects.requireNonNull(manifest.backbone()).taps()).containsExactly("tap2", "tap3");
        assertThat(manifest.settings()).containsEntry("components", "10").containsEntry("grid", "4x4");
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.get("images").asInt()).isEqualTo(24);
        assertThat(figures.get("calibration_images").asInt()).isEqualTo(24);
        assertThat(figures.get("fit_seconds").asDouble()).isPositive();
        assertThat(figures.get("threshold").asDouble())
                .isEqualTo(Objects.requireNonNull(manifest.calibration()).threshold());
        assertThat(figures.get("false_alarm_bound").asDouble())
                .as("95 %% quantile of Beta(2, 23)")
                .isBetween(0.17, 0.19);
    }

    @Test
    void shouldFitTheTrainingRowsOfAnIndexWithASplitApart() throws IOException {
        List<String> lines = new ArrayList<>(List.of("path\tlabel\tsplit"));
        for (int i = 0; i < 24; i++) {
            lines.add("good/part-%03d.png\tgood\t%s".formatted(i, i < 22 ? "train" : "test"));
        }
        Path index = Files.write(folder.resolve("data/index.tsv"), lines);

        assertThat(fit("--data", index.toString(), "--calibration", "split", "--name", "steel"))
                .as(errors.toString())
                .isZero();
        ModelManifest manifest = ModelPackage.load(model).manifest();
        assertThat(manifest.name()).isEqualTo("steel");
        assertThat(Objects.requireNonNull(manifest.calibration()).method()).isEqualTo("split");
        assertThat(manifest.provenance())
                .containsEntry("images", "22")
                .containsEntry("calibration_images", "9")
                .containsEntry("fitted_images", "13");
    }

    @Test
    void shouldReplaceAModelButNothingElse() throws IOException {
        assertThat(fit("--good", good.toString())).as(errors.toString()).isZero();
        assertThat(fit("--good", good.toString(), "--seed", "1"))
                .as(errors.toString())
                .isZero();
        assertThat(ModelPackage.load(model).manifest().provenance()).containsEntry("seed", "1");
        Files.writeString(model.resolve("diary.txt"), "dear");

        assertThat(fit("--good", good.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(errors.toString()).contains("diary.txt").hasLineCount(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--false-alarm-rate=0.01 | a false-alarm rate of 0.01 needs at least 99 good pictures with folds calibration, there are 24",
                "--false-alarm-rate=0    | --false-alarm-rate 0.0; allowed is above 0 and below 1",
                "--detector=oracle       | detector 'oracle'; allowed are [gaussian",
                "--set=colour=red        | --set colour: gaussian has no such setting, only [subspace, components, explained, shrinkage,",
                "--set=components=0      | components 0 is not a whole number of at least 1",
                "--set=components=500    | components 500; allowed are 1 to 120, the channels of the taps",
                "--grid=0x3              | --grid 0x3: grid of 0 x 3 sites; allowed are 1 to 256 each",
                "--grid=wide             | --grid 'wide'; give rows and columns, such as 16x16",
                "--taps=tap9             | no value 'tap9' in the graph",
                "--threads=0             | --threads 0; at least 1",
                "--engine=abacus         | engine 'abacus' is not on the class path; allowed are auto and [onnxruntime]",
                "--backbone=none.onnx    | backbone none.onnx: cannot be read",
                "--calibration=guess     | guess",
            })
    void shouldRefuseWrongUseInOneLine(String option, String message) {
        assertThat(fit("--good", good.toString(), option)).isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString()).startsWith("fleck: ").contains(message).hasLineCount(1);
        assertThat(model).doesNotExist();
    }

    @Test
    void shouldRefusePicturesThatAreNotThere() throws IOException {
        assertThat(fit("--good", folder.resolve("none").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString()).contains("none: does not exist");
        assertThat(fit()).as("neither --good nor --data").isEqualTo(ExitCode.USAGE);
        Path text = Files.writeString(good.resolve("part-zzz.png"), "text");
        assertThat(fit("--good", good.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString()).contains(text + ": ");
        assertThat(model).doesNotExist();
    }

    @Test
    void shouldExplainItselfOnRequest() {
        CommandLine fit =
                Objects.requireNonNull(Fleck.commandLine().getSubcommands().get("fit"));
        String usage = fit.getUsageMessage();

        assertThat(usage).contains("--good", "--false-alarm-rate", "--calibration", "components=150", "0.01", "folds");
    }
}
