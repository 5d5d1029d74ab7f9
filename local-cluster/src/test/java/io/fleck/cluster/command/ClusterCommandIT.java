package io.fleck.cluster.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleck.cli.Fleck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ClusterCommandIT {
    private static final int INTERRUPTED = 130;
    private static final int TERMINATED = 143;
    private static final long SIGINT_BIT = 1L << 1;

    private final StringWriter err = new StringWriter();

    @Test
    void shouldRunUntilCtrlCAndStopInOrder(@TempDir Path directory) throws Exception {
        Path json = directory.resolve("figures.json");
        Path data = directory.resolve("data");
        Path log = directory.resolve("stderr");
        Process fleck =
                fleck(log, "--port", "0", "--registry-port", "0", "--data", data.toString(), "--json", json.toString());
        try (BufferedReader out = fleck.inputReader()) {
            List<String> lines = List.of(String.valueOf(out.readLine()), String.valueOf(out.readLine()));
            JsonNode figures = new ObjectMapper().readTree(json.toFile());
            String bootstrap = figures.path("bootstrap_servers").asText();
            String registry = figures.path("registry_url").asText();
            assertThat(lines.get(0)).startsWith("bootstrap_servers ").endsWith(" " + bootstrap);
            assertThat(lines.get(1)).startsWith("registry_url ").endsWith(" " + registry);
            assertThat(nodes(bootstrap)).isEqualTo(1);
            assertThat(status(registry + "/subjects")).isEqualTo(200);
            int expected = interrupt(fleck);
            assertThat(fleck.waitFor(40, TimeUnit.SECONDS)).as("it stops").isTrue();
            assertThat(fleck.exitValue()).isEqualTo(expected);
            assertThat(log).as("what it says beside the figures").isEmptyFile();
            assertThat(data.resolve("broker-1").resolve(".kafka_cleanshutdown"))
                    .as("what an orderly stop leaves")
                    .exists();
        } finally {
            fleck.destroyForcibly();
        }
    }

    @Test
    void shouldSayInOneLineThatAPortIsInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            String port = Integer.toString(other.getLocalPort());
            assertThat(execute("--port", port, "--registry-port", "0")).isEqualTo(1);
            assertThat(err.toString().trim()).isEqualTo("fleck: port " + port + " on 127.0.0.1 is in use");
        }
    }

    @Test
    void shouldCallAWrongNumberOfBrokersWrongUse() {
        assertThat(execute("--brokers", "5")).isEqualTo(2);
        assertThat(err.toString().trim()).isEqualTo("fleck: brokers 5: must be 1 to 3");
    }

    private int execute(String... options) {
        List<String> arguments = new ArrayList<>(List.of("cluster"));
        arguments.addAll(List.of(options));
        CommandLine line = Fleck.commandLine();
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(String[]::new));
    }

    private static Process fleck(Path log, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Fleck.class.getName(),
                "cluster"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectError(log.toFile()).start();
    }

    /** Sends what Ctrl-C sends, and returns the exit code to expect. */
    private static int interrupt(Process process) throws Exception {
        boolean ignored = ignoresInterrupt(process);
        assertThat(new ProcessBuilder("kill", ignored ? "-TERM" : "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
        return ignored ? TERMINATED : INTERRUPTED;
    }

    /** A shell starts what runs in its background with SIGINT ignored, and all that follows inherits it. */
    private static boolean ignoresInterrupt(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).trim(), 16))
                .anyMatch(mask -> (mask & SIGINT_BIT) != 0);
    }

    private static int nodes(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return admin.describeCluster().nodes().get(20, TimeUnit.SECONDS).size();
        }
    }

    private static int status(String url) throws IOException {
        return ((HttpURLConnection) URI.create(url).toURL().openConnection()).getResponseCode();
    }
}
