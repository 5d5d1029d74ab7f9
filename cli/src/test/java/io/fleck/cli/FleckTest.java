package io.fleck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

final class FleckTest {
    private final StringWriter err = new StringWriter();

    @Command(name = "end")
    static final class EndCommand implements FleckCommand {
        @Option(names = "--how")
        private String how = "done";

        @Override
        public Integer call() throws Exception {
            return switch (how) {
                case "failed" -> throw CommandException.failed("it failed\nand more");
                case "usage" -> throw CommandException.usage("--how usage: not allowed");
                case "missing" -> throw CommandException.missing("no GPU", null);
                case "interrupted" -> throw new InterruptedException();
                case "defect" -> throw new IllegalStateException("a defect");
                default -> ExitCode.DONE;
            };
        }
    }

    private int execute(String... args) {
        CommandLine line = Fleck.commandLine(List.of(new EndCommand()));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    @ParameterizedTest
    @CsvSource({"done,0", "failed,1", "defect,1", "usage,2", "missing,3", "interrupted,130"})
    void shouldEndWithTheCodeOfTheOutcome(String how, int code) {
        assertThat(execute("end", "--how", how)).isEqualTo(code);
    }

    @Test
    void shouldPrintOneLineAndNoStackTrace() {
        execute("end", "--how", "failed");
        assertThat(err.toString().trim()).isEqualTo("fleck: it failed");
    }

    @Test
    void shouldPrintTheStackTraceWhenAsked() {
        execute("end", "--how", "failed", "--verbose");
        assertThat(err.toString()).contains("at io.fleck.cli.");
    }

    @Test
    void shouldAnswerAnUnknownCommandWithUsage() {
        assertThat(execute("frobnicate")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("frobnicate").contains("--help");
    }

    @Test
    void shouldAnswerHelpEverywhere() {
        assertThat(execute("end", "--help")).isEqualTo(ExitCode.DONE);
    }
}
