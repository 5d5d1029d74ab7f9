package io.fleck.stream.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves {@code /metrics} in Prometheus' text format, {@code /livez} and {@code /readyz}: 200 with {@code ok}, or 503
 * with one line a reason.
 */
public final class AdminServer implements AutoCloseable {
    private static final int THREADS = 2;

    private final HttpServer server;
    private final ExecutorService threads;

    private AdminServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts serving.
     *
     * @param host address to listen on
     * @param port TCP port; 0 takes any free one
     * @throws AdminException when the port cannot be had
     */
    public static AdminServer start(String host, int port, CollectorRegistry metrics, Health health) {
        HttpServer server = listen(host, port);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, AdminServer::thread);
        server.setExecutor(threads);
        server.createContext("/metrics", get(exchange -> scrape(exchange, metrics)));
        server.createContext("/livez", get(exchange -> report(exchange, health.notAlive())));
        server.createContext("/readyz", get(exchange -> report(exchange, health.notReady())));
        server.start();
        return new AdminServer(server, threads);
    }

    private static HttpServer listen(String host, int port) {
        try {
            return HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException | IllegalArgumentException e) {
            throw new AdminException(
                    "admin.host=" + host + " admin.port=" + port + ": cannot be had: " + e.getMessage(), e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fleck-admin");
        thread.setDaemon(true);
        return thread;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpHandler get(HttpHandler answer) {
        return exchange -> {
            try (exchange) {
                if (exchange.getRequestMethod().equals("GET") && exact(exchange)) {
                    answer.handle(exchange);
                } else {
                    exchange.sendResponseHeaders(exact(exchange) ? 405 : 404, -1);
                }
            }
        };
    }

    /** A context also matches longer paths. */
    private static boolean exact(HttpExchange exchange) {
        return exchange.getRequestURI()
                .getPath()
                .equals(exchange.getHttpContext().getPath());
    }

    private static void scrape(HttpExchange exchange, CollectorRegistry metrics) throws IOException {
        String format =
                TextFormat.chooseContentType(exchange.getRequestHeaders().getFirst("Accept"));
        exchange.getResponseHeaders().set("Content-Type", format);
        exchange.sendResponseHeaders(200, 0);
        try (Writer body = new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8)) {
            TextFormat.writeFormat(format, body, metrics.metricFamilySamples());
        }
    }

    private static void report(HttpExchange exchange, List<String> problems) throws IOException {
        String text = problems.isEmpty() ? "ok\n" : String.join("\n", problems) + "\n";
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(problems.isEmpty() ? 200 : 503, body.length);
        exchange.getResponseBody().write(body);
    }
}
