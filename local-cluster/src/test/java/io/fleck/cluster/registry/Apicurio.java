package io.fleck.cluster.registry;

import io.fleck.cluster.broker.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Apicurio Registry in a process of its own, unpacked by the Maven profile {@code apicurio}; needs Java 21. */
final class Apicurio implements AutoCloseable {
    private static final int NEEDED = 21;
    private static final long START_LIMIT = Duration.ofSeconds(50).toNanos();

    private final Ports ports;
    private final Process process;
    private final String url;

    private Apicurio(Ports ports, Process process, String url) {
        this.ports = ports;
        this.process = process;
        this.url = url;
    }

    static Apicurio start() throws IOException, InterruptedException {
        Path directory = Path.of(System.getProperty("fleck.apicurio", ""));
        Ports ports = new Ports();
        int port = ports.any();
        Process process = new ProcessBuilder(
                        java21().resolve("bin").resolve("java").toString(),
                        "-Xmx400m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.port=" + ports.any(),
                        "-jar",
                        directory.resolve("quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        Apicurio started = new Apicurio(ports, process, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
        try {
            started.awaitReady();
        } catch (IOException | InterruptedException | IllegalStateException e) {
            started.close();
            throw e;
        }
        return started;
    }

    /** The first of: -Dfleck.java21, JAVA21_HOME, this JVM, what is installed in the usual places. */
    private static Path java21() throws IOException {
        Stream<Path> named = Stream.of(
                        System.getProperty("fleck.java21", ""),
                        String.valueOf(System.getenv("JAVA21_HOME")),
                        System.getProperty("java.home"))
                .map(Path::of);
        Path sdkman = Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java");
        Stream<Path> installed = Stream.of(Path.of("/usr/lib/jvm"), sdkman).flatMap(Apicurio::children);
        return Stream.concat(named, installed)
                .filter(home -> version(home) >= NEEDED)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Apicurio Registry needs Java 21 or newer; give its home as -Dfleck.java21 or JAVA21_HOME"));
    }

    private static Stream<Path> children(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java version of an installation by its release file, 0 for anything else. */
    private static int version(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin").resolve("java")) || !Files.isReadable(release)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", "").split("\\.", 2)[0])
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT;
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Apicurio Registry does not answer; see its log");
            }
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Apicurio Registry ended with " + process.exitValue());
            }
        }
    }

    private boolean answers() throws IOException, InterruptedException {
        try {
            return new RestClient(url).get("/subjects").status() == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        ports.close();
    }
}
