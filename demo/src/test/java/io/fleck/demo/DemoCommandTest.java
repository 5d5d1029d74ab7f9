package io.fleck.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class DemoCommandTest {
    private final StringWriter err = new StringWriter();

    private int execute(String... args) {
        CommandLine line = Fleck.commandLine();
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    @Test
    void shouldRefuseAFolderWithoutPicturesBeforeAnythingStarts(@TempDir Path empty) {
        assertThat(execute("demo", "--frames", empty.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(empty.toString()).doesNotContain("\tat ");
    }

    @Test
    void shouldRefuseADurationThatIsNone() {
        assertThat(execute("demo", "--for", "soon")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("soon");
    }
}
