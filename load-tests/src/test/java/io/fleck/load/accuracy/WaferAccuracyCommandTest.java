package io.fleck.load.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.fitting.wafer.LabelledWafer;
import io.fleck.fitting.wafer.WaferRows;
import io.fleck.load.page.MarkedSection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaferAccuracyCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private final List<List<String>> commands = new ArrayList<>();
    private Path maps = Path.of("");
    private Path work = Path.of("");

    /** 20 wafers a class, each with another number of failing dies at its edge or in its middle. */
    @BeforeEach
    void writeMaps() throws IOException {
        List<LabelledWafer> wafers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            byte[] dies = new byte[100];
            Arrays.fill(dies, DieGrid.PASS);
            String label = List.of("Donut", "Near-full", "none").get(i % 3);
            dies[i] = DieGrid.FAIL;
            Arrays.fill(dies, 60, i % 3 == 0 ? 70 : i % 3 == 1 ? 99 : 60, DieGrid.FAIL);
            wafers.add(new LabelledWafer("w" + i, label, new DieGrid(10, 10, dies)));
        }
        maps = folder.resolve("maps.csv");
        WaferRows.write(maps, wafers);
        work = folder.resolve("work");
    }

    private int run(String... arguments) {
        return Fleck.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private WaferSeedRun seedRun() {
        return new WaferSeedRun(maps, "Donut", List.of("--steps=7"), 3, work, this::note, () -> 0);
    }

    /** Notes the command and writes the figures that it was asked for. */
    private int note(String... arguments) {
        List<String> words = List.of(arguments);
        commands.add(words);
        try {
            Files.writeString(Path.of(words.get(words.indexOf("--json") + 1)), "{\"macro_f1\": 0.5}");
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldDivideOnceAndTrainAsAUserWould() throws IOException {
        SeedResult result = seedRun().result(WaferVariant.EXPOSED);
        assertThat(result.figure("macro_f1")).hasValue(0.5);
        assertThat(commands).hasSize(2);
        assertThat(commands.get(0))
                .startsWith("fit-wafers")
                .containsSequence("--maps", work.resolve("train.csv").toString())
                .containsSequence("--seed", "3")
                .containsSequence("--hold-out", "Donut", "--outlier-exposure", "--steps=7", "--resume");
        assertThat(commands.get(1))
                .startsWith("evaluate")
                .containsSequence(
                        "--wafers", work.resolve("test-and-held-out.csv").toString());
        assertThat(WaferRows.read(work.resolve("train.csv"))).hasSize(48);
        assertThat(WaferRows.read(work.resolve("test.csv"))).hasSize(12);
        assertThat(WaferRows.read(work.resolve("test-and-held-out.csv")))
                .as("the test, and all Donuts")
                .hasSize(12 + 16);
    }

    @Test
    void shouldNotRedoWhatIsKept() throws IOException {
        seedRun().result(WaferVariant.ALL);
        seedRun().result(WaferVariant.ALL);
        assertThat(commands).hasSize(2);
        assertThat(commands.get(1))
                .containsSequence("--wafers", work.resolve("test.csv").toString());
    }

    @Test
    void shouldRunTheControlOnTheSameDivision() throws IOException {
        SeedResult control = seedRun().control();
        assertThat(control.figure("macro_f1").orElseThrow()).isGreaterThan(0.9);
        assertThat(control.figure("f1_by_class", "Near-full")).isPresent();
        assertThat(commands).isEmpty();
    }

    @Test
    void shouldTabulateKeptResults() throws IOException {
        for (int seed : new int[] {0, 1}) {
            Path kept = Files.createDirectories(work.resolve("seed-" + seed));
            Files.copy(maps, kept.resolve("train.csv"));
            Files.writeString(kept.resolve("control.json"), "{\"macro_f1\": 0.75}");
            Files.writeString(kept.resolve("all-fit.json"), "{\"fit_seconds\": 500}");
            Files.writeString(
                    kept.resolve("all-evaluate.json"),
                    "{\"macro_f1\": 0.9" + (4 + 2 * seed) + ", \"f1_by_class\": {\"Scratch\": 0.9},"
                            + "\"false_novel_rate_by_class\": {\"none\": 0.05, \"Loc\": 0.2},"
                            + "\"false_novel_bound_by_class\": {\"none\": 0.09, \"Loc\": 0.1" + 2 * seed + "}}");
        }
        Path table = Files.writeString(
                folder.resolve("t.md"), MarkedSection.begin("wafers") + MarkedSection.end("wafers") + "\n");
        Path json = folder.resolve("figures.json");
        int code = run(
                "wafer-accuracy",
                "--quiet",
                "--maps",
                maps.toString(),
                "--work",
                work.toString(),
                "--seeds",
                "0,1",
                "--variants",
                "ALL",
                "--table",
                table.toString(),
                "--json",
                json.toString());
        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(table)
                .content()
                .contains("| control: macro-F1 | 0.7500 \u00b1 0.0000 | 0.7500 | 0.7500 |")
                .contains("| all: macro-F1 | 0.9500 \u00b1 0.0141 | 0.9400 | 0.9600 |")
                .contains("| all: F1, Scratch | 0.900")
                .contains("| all: predicted classes above their own bound | 1.0 \u00b1 0.0 | 1.0 | 1.0 |")
                .doesNotContain("control: predicted classes")
                .doesNotContain("AUROC");
        assertThat(json).content().contains("\"all_macro_f1\" : 0.95");
    }

    @Test
    void shouldRefuseResultsOfOtherSettings() throws IOException {
        Files.writeString(Files.createDirectories(work).resolve("protocol.txt"), "maps=others\n");
        assertThat(run("wafer-accuracy", "--maps", maps.toString(), "--work", work.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("holds results of other settings");
        assertThat(run("wafer-accuracy", "--maps", folder.resolve("no").toString(), "--work", work.toString()))
                .isEqualTo(ExitCode.USAGE);
    }
}
