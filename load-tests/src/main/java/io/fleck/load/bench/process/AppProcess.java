package io.fleck.load.bench.process;

import io.fleck.cluster.broker.Ports;
import io.fleck.load.bench.measure.BenchException;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The application in a process of its own, by the command {@code run --config}. */
public final class AppProcess implements AutoCloseable {
    /** Role for CPU times. */
    public static final String ROLE = "app";

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 100;
    private static final int OK = 200;

    private final ChildProcess child;
    private final Ports ports;

    private AppProcess(ChildProcess child, Ports ports) {
        this.child = child;
        this.ports = ports;
    }

    /**
     * Starts it with the launcher's JVM options ({@code FLECK_JAVA_OPTS}) and waits until it takes up frames.
     *
     * @param folder gets its configuration and its log
     * @param settings of its configuration file; the port of metrics and health is chosen here
     * @throws BenchException when it does not become ready; the message has its last words
     */
    public static AppProcess start(Path folder, Map<String, String> settings) throws InterruptedException {
        Ports ports = new Ports();
        int port = ports.any();
        Path config = write(folder, settings, port);
        ChildProcess child = ChildProcess.start(
                "the application",
                folder.resolve("app.log"),
                jvmOptions(),
                System.getProperty("java.class.path"),
                "io.fleck.cli.Fleck",
                List.of("run", "--config", config.toString()));
        AppProcess app = new AppProcess(child, ports);
        try {
            app.awaitReady(port);
            return app;
        } catch (RuntimeException | InterruptedException e) {
            app.close();
            throw e;
        }
    }

    private static List<String> jvmOptions() {
        String options = System.getenv().getOrDefault("FLECK_JAVA_OPTS", "");
        return Stream.of(options.trim().split("\\s+", -1))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    private static Path write(Path folder, Map<String, String> settings, int port) {
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.setProperty("admin.port", Integer.toString(port));
        try {
            Path file = Files.createDirectories(folder).resolve("fleck.properties");
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, "Settings of a benchmark");
            }
            return file;
        } catch (IOException e) {
            throw new BenchException(folder + ": the configuration cannot be written: " + e.getMessage(), e);
        }
    }

    private void awaitReady(int port) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!ready(client, question)) {
            child.pause(LOOK_MILLIS);
            if (System.nanoTime() > deadline) {
                throw new BenchException(
                        "the application was not ready within " + START_LIMIT.toSeconds() + " s: " + child.lastWords(),
                        null);
            }
        }
    }

    private static boolean ready(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            HttpResponse<Void> answer = client.send(question, BodyHandlers.discarding());
            return answer.statusCode() == OK;
        } catch (IOException e) {
            return false; // it does not listen yet
        }
    }

    /** The process, for CPU times. */
    public ProcessHandle handle() {
        return child.handle();
    }

    /** Tells it to stop and waits until it has. */
    @Override
    public void close() {
        child.close();
        ports.close();
    }
}
