package io.fleck.load.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.load.page.MarkedSection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AccuracyCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private Path data = Path.of("");
    private Path work = Path.of("");

    @BeforeEach
    void writeData() throws IOException {
        data = Samples.index(folder.resolve("data"), 10, 2);
        work = folder.resolve("work");
    }

    private int accuracy(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("accuracy", "--quiet", "--data", data.toString(), "--work", work.toString()));
        arguments.addAll(List.of(more));
        CommandLine line = Fleck.commandLine().setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(String[]::new));
    }

    /** Results of earlier runs, so that nothing has to be fitted. */
    private void keep(int seed, double auroc) throws IOException {
        Path kept = Files.createDirectories(work.resolve("seed-" + seed));
        Files.writeString(kept.resolve("fit.json"), "{\"fit_seconds\": 50}");
        Files.writeString(kept.resolve("evaluate.json"), "{\"image_auroc\": " + auroc + "}");
    }

    @Test
    void shouldTabulateKeptResults() throws IOException {
        keep(3, 0.96);
        keep(5, 0.98);
        Path table = Files.writeString(
                folder.resolve("t.md"),
                MarkedSection.begin("gaussian folds") + MarkedSection.end("gaussian folds") + "\n");
        Path json = folder.resolve("figures.json");
        int code = accuracy("--seeds", "3,5", "--table", table.toString(), "--json", json.toString());

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(table).content().contains("| image AUROC | 0.9700 \u00b1 0.0141 | 0.9600 | 0.9800 |");
        assertThat(json).content().contains("\"image_auroc\" : 0.97").doesNotContain("pixel_auroc");
    }

    @Test
    void shouldWriteTheTableIntoAnotherSectionWhenAsked() throws IOException {
        keep(1, 0.9);
        Path table = Files.writeString(folder.resolve("t.md"), MarkedSection.begin("mine") + MarkedSection.end("mine"));

        assertThat(accuracy("--seeds", "1", "--table", table.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(accuracy("--seeds", "1", "--table", table.toString(), "--section", "mine"))
                .isEqualTo(ExitCode.DONE);
        assertThat(table).content().contains("| 0.9000 |");
    }

    @Test
    void shouldNotMixResultsOfOtherSettings() throws IOException {
        keep(0, 0.96);
        accuracy("--seeds", "0");
        int code = accuracy("--seeds", "0", "--false-alarm-rate", "0.05");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("fleck: --work " + work + ": holds results of other settings");
    }

    @Test
    void shouldEndWhereACommandFails() throws IOException {
        Files.createDirectories(work.resolve("seed-0"));
        Files.writeString(work.resolve("seed-0/fit.json"), "{}");

        assertThat(accuracy("--seeds", "0")).as("there is no model to evaluate").isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("seed 0: evaluate ended with exit code 2");
    }

    @Test
    void shouldRefuseAShareThatLeavesNothing() {
        assertThat(accuracy("--share", "1")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--share 1.0; allowed is above 0 and below 1");
    }
}
