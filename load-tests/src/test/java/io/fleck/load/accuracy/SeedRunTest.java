package io.fleck.load.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cli.CommandException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedRunTest {
    @TempDir
    private Path folder;

    private Path data = Path.of("");
    private Path work = Path.of("");
    private long cpu;
    private final List<List<String>> commands = new ArrayList<>();

    @BeforeEach
    void writeData() throws IOException {
        data = Samples.index(folder.resolve("data"), 10, 2);
        work = folder.resolve("seed-4");
    }

    private SeedResult run(SeedRun.CommandRunner runner) throws IOException {
        return new SeedRun(
                        new Protocol(data, "gaussian", List.of("components=20"), "split", 0.02, 0.8, List.of(4)),
                        4,
                        work,
                        runner,
                        () -> cpu += 1_500_000_000L)
                .result();
    }

    /** Notes the command and writes the figures that it was asked for. */
    private int measure(String... arguments) {
        commands.add(Arrays.asList(arguments));
        String figures = arguments[0].equals("fit") ? "{\"fit_seconds\": 12.5}" : "{\"image_auroc\": 0.9}";
        return write(option(arguments, "--json"), figures, 0);
    }

    private static int write(String file, String text, int code) {
        try {
            Files.writeString(Path.of(file), text);
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String option(String[] arguments, String name) {
        return arguments[Arrays.asList(arguments).indexOf(name) + 1];
    }

    @Test
    void shouldFitAndEvaluateAsAUserWould() throws IOException {
        SeedResult result = run(this::measure);

        assertThat(commands).hasSize(2);
        assertThat(commands.get(0))
                .startsWith("fit")
                .containsSequence("--detector", "gaussian")
                .containsSequence("--set", "components=20")
                .containsSequence("--calibration", "split")
                .containsSequence("--false-alarm-rate", "0.02")
                .containsSequence("--seed", "4")
                .containsSequence("--data", work.resolve("index.tsv").toString())
                .containsSequence("--model", work.resolve("model").toString());
        assertThat(commands.get(1))
                .startsWith("evaluate")
                .containsSequence("--data", work.resolve("index.tsv").toString())
                .containsSequence("--model", work.resolve("model").toString())
                .containsSequence("--report", work.resolve("report.html").toString());
        assertThat(result.fitFigure("fit_seconds")).isEqualTo(OptionalDouble.of(12.5));
        assertThat(result.figure("image_auroc")).isEqualTo(OptionalDouble.of(0.9));
        assertThat(result.figure("pixel_auroc")).isEmpty();
        assertThat(result.fitFigure("cpu_seconds")).isEqualTo(OptionalDouble.of(1.5));
        assertThat(result.figure("cpu_seconds")).isEqualTo(OptionalDouble.of(1.5));
    }

    @Test
    void shouldKeepWhatIsThere() throws IOException {
        run(this::measure);
        run(this::measure);

        assertThat(commands).as("commands of two runs").hasSize(2);
    }

    @Test
    void shouldGoOnWhereItWasStopped() throws IOException {
        assertThatThrownBy(() -> run(arguments ->
                        arguments[0].equals("fit") ? measure(arguments) : write(option(arguments, "--json"), "{", 1)))
                .isInstanceOf(CommandException.class)
                .hasMessage("seed 4: evaluate ended with exit code 1");
        commands.clear();
        SeedResult result = run(this::measure);

        assertThat(commands)
                .singleElement()
                .satisfies(command -> assertThat(command).startsWith("evaluate"));
        assertThat(result.figure("image_auroc")).isEqualTo(OptionalDouble.of(0.9));
    }
}
