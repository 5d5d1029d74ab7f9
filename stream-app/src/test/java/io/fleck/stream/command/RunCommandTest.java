package io.fleck.stream.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.cli.CommandException;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.stream.app.BrightnessModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class RunCommandTest {
    private static final String NOWHERE = """
            bootstrap.servers=127.0.0.1:1
            schema.registry.url=http://127.0.0.1:1
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeModel() {
        BrightnessModel.write(folder.resolve("model"));
    }

    private int run(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("fleck.properties"), settings);
        return execute("run", "--config", file.toString());
    }

    private int execute(String... args) {
        CommandLine line = Fleck.commandLine();
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    private void assertOneLine(String... parts) {
        assertThat(err.toString().lines().toList())
                .as("one line on standard error")
                .hasSize(1);
        assertThat(err.toString()).startsWith("fleck: ").contains(parts);
    }

    @Test
    void shouldAskForAConfiguration() {
        assertThat(execute("run")).isEqualTo(ExitCode.USAGE);
        assertOneLine("--config");
    }

    @Test
    void shouldNameTheFileThatIsNotThere() {
        assertThat(execute("run", "--config", "nowhere.properties")).isEqualTo(ExitCode.USAGE);
        assertOneLine("nowhere.properties", "there is no such file");
    }

    @Test
    void shouldNameTheNearestKeyToATypingError() throws IOException {
        assertThat(run(NOWHERE + "stream.tread=4\n")).isEqualTo(ExitCode.USAGE);
        assertOneLine("stream.tread is not known", "stream.threads");
    }

    @Test
    void shouldNameTheModelDirectoryThatIsNone() throws IOException {
        assertThat(run(NOWHERE + "models.m.path=no-model\nstations.default.model=m\n"))
                .isEqualTo(ExitCode.USAGE);
        assertOneLine("no-model", "model.json");
    }

    @Test
    void shouldNameTheEnginesThatThereAre() throws IOException {
        assertThat(run(NOWHERE + "models.m.path=model\nstations.default.model=m\nengine.name=abacus\n"))
                .isEqualTo(ExitCode.USAGE);
        assertOneLine("engine.name", "abacus", "onnxruntime");
    }

    @Test
    void shouldSayWhatThisMachineLacks() throws IOException {
        assertThat(run(NOWHERE + "models.m.path=model\nstations.default.model=m\nengine.name=absent\n"))
                .isEqualTo(ExitCode.MISSING);
        assertOneLine("absent", "this machine has no such device");
    }

    @Test
    void shouldSayThatTheRegistryDoesNotAnswer() throws IOException {
        assertThat(run(NOWHERE + "models.m.path=model\nstations.default.model=m\nengine.name=onnxruntime\n"))
                .isEqualTo(ExitCode.FAILED);
        assertOneLine("schema registry http://127.0.0.1:1");
    }

    @Test
    void shouldSayInOneLineWhatEndedTheStream() {
        StreamsException wrapped = new StreamsException(
                "Exception caught in process. taskId=0_1, stacktrace=java.io.IOException\n\tat somewhere",
                new IOException("MANIFEST-000011: No space left on device\nmore"));
        CommandException end = RunCommand.ended(wrapped);
        assertThat(end).hasMessage("the stream failed for good: MANIFEST-000011: No space left on device");
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(RunCommand.ended(new OutOfMemoryError()))
                .hasMessage("the stream failed for good: java.lang.OutOfMemoryError");
    }
}
