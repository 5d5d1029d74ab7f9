package io.fleck.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter err = new StringWriter();

    private int bench(String... options) {
        CommandLine line = Fleck.commandLine();
        line.setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of("bench", "--quiet"));
        arguments.addAll(List.of(options));
        return line.execute(arguments.toArray(String[]::new));
    }

    @Test
    void shouldNameTheEnginesThereAre() {
        assertThat(bench("--engine", "tpu")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("engine 'tpu'")
                .contains("onnxruntime")
                .contains("null");
    }

    @Test
    void shouldRefuseASettingThatTheApplicationDoesNotTakeBeforeAnythingStarts() {
        assertThat(bench("--set", "commit.intervall=50ms")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("commit.intervall").contains("commit.interval");
    }

    @Test
    void shouldRefuseAPartThatThereIsNot() {
        assertThat(bench("--without", "coffee")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("coffee");
    }

    @Test
    void shouldNotBothRequireFlinkAndLeaveItOut() {
        assertThat(bench("--flink", "--without", "flink")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("contradict");
    }

    @Test
    void shouldRefuseAPaceThatMeasuresNothing() {
        assertThat(bench("--rounds", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(bench("--seconds", "soon")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--rounds 0").contains("soon");
    }

    @Test
    void shouldNameAModelThatIsNotThere(@TempDir Path empty) {
        assertThat(bench("--model", empty.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(empty.toString());
    }
}
