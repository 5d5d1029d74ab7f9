package io.fleck.load.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CpuTimesTest {
    @Test
    void shouldReadTheTimeOfThisProcess() {
        Map<String, Double> seconds = CpuTimes.ofThisProcess().seconds();

        assertThat(seconds).containsOnlyKeys(CpuTimes.BENCH);
        assertThat(seconds.get(CpuTimes.BENCH))
                .as("seconds that this process ran")
                .isPositive();
    }

    @Test
    void shouldGiveEveryProcessOneRole() throws IOException {
        Process app = java();
        Process broker = java();
        try {
            CpuTimes times = CpuTimes.with("app", app.toHandle());
            assertThat(times.processes()).containsEntry("app", Set.of(app.pid()));
            assertThat(times.processes().get(CpuTimes.BROKER))
                    .as("children that are not the application")
                    .contains(broker.pid())
                    .doesNotContain(app.pid());
            assertThat(times.seconds()).containsOnlyKeys("app", CpuTimes.BROKER, CpuTimes.BENCH);
        } finally {
            app.destroyForcibly();
            broker.destroyForcibly();
        }
    }

    /** A process that lives until it is told to end: it reads a source from its standard input, which never ends. */
    private static Process java() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                .toString(),
                        "-")
                .start();
    }
}
