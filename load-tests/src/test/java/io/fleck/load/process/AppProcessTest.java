package io.fleck.load.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cluster.broker.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AppProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int SIGTERM = 143;
    private static final int SIGKILL = 137;

    /** Something that comes to hold. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    @TempDir
    private Path folder;

    private final Children children = Children.none();
    private final Ports ports = new Ports();

    @SuppressWarnings("NullAway.Init") // written before each test
    private Launch launch;

    @BeforeEach
    void write() throws IOException {
        int port = ports.any();
        Path configuration = Files.writeString(folder.resolve("app.properties"), "admin.port=" + port);
        launch = new Launch(
                List.of("-Xmx32m"), EchoMain.class.getName(), configuration, port, folder.resolve("app.log"));
    }

    @AfterEach
    void end() {
        children.close();
        ports.close();
    }

    private AppProcess start() {
        return AppProcess.start(launch, children);
    }

    private static void await(String what, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("%s within %s", what, LIMIT).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void shouldTellHealthAndMetrics() throws InterruptedException {
        AppProcess app = start();
        await("an answer", app::waiting);
        assertThat(app.ready()).isFalse();
        app.tell("ready");
        await("ready", app::ready);
        assertThat(app.waiting()).isFalse();
        assertThat(app.metrics()).contains("metrics\n");
        assertThat(app.running()).isTrue();
        assertThat(app.exitCode()).isEmpty();
    }

    @Test
    void shouldEndAsItIsToldTo() throws InterruptedException {
        AppProcess app = start();
        await("an answer", app::waiting);
        app.terminate();
        assertThat(app.awaitEnd(LIMIT)).as("it ended").isTrue();
        assertThat(app.exitCode()).contains(SIGTERM);
    }

    @Test
    void shouldBeGoneOnceKilled() throws InterruptedException {
        AppProcess app = start();
        await("an answer", app::waiting);
        app.kill();
        assertThat(app.running()).isFalse();
        assertThat(app.exitCode()).contains(SIGKILL);
        assertThat(app.ready()).isFalse();
        assertThat(app.waiting()).as("nobody answers").isFalse();
        assertThat(app.metrics()).isEmpty();
    }

    @Test
    void shouldTellTheExitCodeOfWhatEndsItself() throws InterruptedException {
        AppProcess app = start();
        app.tell("end 7");
        assertThat(app.awaitEnd(LIMIT)).isTrue();
        assertThat(app.exitCode()).contains(7);
        assertThat(app.lastWords(3)).containsExactly("told: end 7");
        assertThat(app.log()).content().contains("told: end 7");
    }

    @Test
    void shouldTellOnlyTheLastWords() throws InterruptedException {
        AppProcess app = start();
        app.tell("one");
        app.tell("two");
        app.tell("end 0");
        assertThat(app.awaitEnd(LIMIT)).isTrue();
        assertThat(app.lastWords(2)).containsExactly("told: two", "told: end 0");
    }

    @Test
    void shouldNotOutliveItsOwner() throws InterruptedException {
        AppProcess app = start();
        await("an answer", app::waiting);
        children.close();
        assertThat(app.awaitEnd(LIMIT)).as("it ended").isTrue();
    }

    @Test
    void shouldNameWhatCannotBeStarted() {
        Path nowhere = folder.resolve("missing/app.log");
        Launch impossible =
                new Launch(List.of(), EchoMain.class.getName(), launch.configuration(), launch.adminPort(), nowhere);
        assertThatThrownBy(() -> AppProcess.start(impossible, children))
                .isInstanceOf(ProcessFailure.class)
                .hasMessageContaining("cannot be started");
    }

    @Test
    void shouldLetGivenOptionsWinOverTheFrugalOnes() {
        List<String> command = launch.command();
        assertThat(command.lastIndexOf("-Xmx32m")).isGreaterThan(command.indexOf("-Xmx400m"));
        assertThat(command).contains("-XX:+ExitOnOutOfMemoryError", System.getProperty("java.class.path"));
        assertThat(command)
                .endsWith(
                        EchoMain.class.getName(),
                        "run",
                        "--config",
                        launch.configuration().toString());
    }
}
