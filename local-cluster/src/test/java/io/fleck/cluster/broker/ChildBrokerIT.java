package io.fleck.cluster.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildBrokerIT {
    private static final Duration LIMIT = Duration.ofSeconds(50);

    private static ChildBroker broker(Path directory, int port, int controllerPort, Map<String, String> overrides) {
        NodeSettings settings = new NodeSettings(
                1,
                port,
                new TreeMap<>(Map.of(1, controllerPort)),
                "MkU3OEVBNTcwNTJENDM2Qg",
                directory.resolve("broker-1"),
                Map.of(),
                overrides);
        return new ChildBroker(settings, directory.resolve("broker-1.log"));
    }

    @Test
    void shouldStopInOrderAndComeBackAfterBeingKilled(@TempDir Path directory) {
        try (Ports ports = new Ports()) {
            Broker broker = broker(directory, ports.any(), ports.any(), Map.of());
            broker.start(LIMIT);
            assertThat(broker.running()).isTrue();
            broker.kill();
            assertThat(broker.running()).isFalse();
            broker.start(LIMIT);
            broker.drain(LIMIT);
            assertThat(broker.running()).as("drained, not stopped").isTrue();
            broker.stop(LIMIT);
            assertThat(broker.running()).isFalse();
            assertThat(directory.resolve("broker-1").resolve(".kafka_cleanshutdown"))
                    .as("what an orderly stop leaves")
                    .exists();
        }
    }

    @Test
    void shouldPointToTheLogWhenItDoesNotStart(@TempDir Path directory) throws IOException {
        try (Ports ports = new Ports()) {
            Broker broker = broker(directory, ports.any(), ports.any(), Map.of("num.io.threads", "many"));
            assertThatThrownBy(() -> broker.start(LIMIT))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("broker-1.log");
            assertThat(broker.running()).isFalse();
            assertThat(Files.readString(directory.resolve("broker-1.log"))).contains("num.io.threads");
        }
    }

    @Test
    void shouldEndWhenItsParentIsKilled(@TempDir Path directory) throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader says = parent.inputReader()) {
            long pid = Long.parseLong(Objects.requireNonNull(says.readLine(), "the parent said nothing"));
            ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
            parent.destroyForcibly();
            child.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(child.isAlive()).as("the broker outlived its parent").isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }

    /** Starts a broker, tells its process id and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws InterruptedException {
            Ports ports = new Ports();
            broker(Path.of(args[0]), ports.any(), ports.any(), Map.of()).start(LIMIT);
            ProcessHandle.current().children().forEach(child -> System.out.println(child.pid()));
            Thread.currentThread().join();
        }
    }
}
