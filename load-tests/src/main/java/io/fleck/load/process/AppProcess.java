package io.fleck.load.process;

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
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running application. Used by one thread. */
public final class AppProcess implements AutoCloseable {
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);
    private static final int HTTP_OK = 200;

    private final Process process;
    private final Launch launch;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(REQUEST_LIMIT).build();

    private AppProcess(Process process, Launch launch) {
        this.process = process;
        this.launch = launch;
    }

    /** Starts one; it need not be ready when this returns. */
    public static AppProcess start(Launch launch, Children children) {
        try {
            Process process = new ProcessBuilder(launch.command())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(launch.log().toFile()))
                    .start();
            children.add(process);
            return new AppProcess(process, launch);
        } catch (IOException e) {
            throw new ProcessFailure("the application cannot be started: " + e.getMessage(), e);
        }
    }

    /** Whether it runs. */
    public boolean running() {
        return process.isAlive();
    }

    /** Process id. */
    public long pid() {
        return process.pid();
    }

    /** What it says. */
    public Path log() {
        return launch.log();
    }

    /** Its exit code; empty while it runs. */
    public Optional<Integer> exitCode() {
        return running() ? Optional.empty() : Optional.of(process.exitValue());
    }

    /** Ends it as a crash would, kill -9, and returns when it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Tells it to end, SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end; false when it still runs after that time. */
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it says that it is ready. */
    public boolean ready() throws InterruptedException {
        return get("/readyz").filter(answer -> answer.statusCode() == HTTP_OK).isPresent();
    }

    /** Whether it answers and says that it is not ready. */
    public boolean waiting() throws InterruptedException {
        return get("/readyz").filter(answer -> answer.statusCode() != HTTP_OK).isPresent();
    }

    /** Its metrics in Prometheus' text format; empty when it does not answer. */
    public Optional<String> metrics() throws InterruptedException {
        return get("/metrics").map(HttpResponse::body);
    }

    private Optional<HttpResponse<String>> get(String path) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + launch.adminPort() + path);
        try {
            return Optional.of(
                    http.send(HttpRequest.newBuilder(uri).timeout(REQUEST_LIMIT).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty(); // not there yet, or no more
        }
    }

    /** Writes one line to its standard input. */
    public void tell(String line) {
        try {
            Writer input = process.outputWriter();
            input.write(line + "\n");
            input.flush();
        } catch (IOException e) {
            throw new ProcessFailure("the application takes no '" + line + "': " + e.getMessage(), e);
        }
    }

    /** The last lines that it said, for a message. */
    public List<String> lastWords(int lines) {
        try {
            List<String> all = Files.readAllLines(launch.log());
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of("(" + launch.log() + " cannot be read: " + e.getMessage() + ")");
        }
    }

    @Override
    public void close() {
        kill();
    }
}
