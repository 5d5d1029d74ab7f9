package io.fleck.stream.wall.live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fleck.stream.wall.live.PageFiles.PageFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Serves the live page on the loopback interface: its files, and {@code /events}. It answers only to names of this
 * machine, so that no foreign page can read it through a name of its own.
 */
public final class WallServer implements AutoCloseable {
    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpServer server;
    private final LiveState state;
    private final PageFiles files = new PageFiles();
    private final ExecutorService threads;
    private final ScheduledExecutorService ticks;

    private WallServer(HttpServer server, LiveState state) {
        this.server = server;
        this.state = state;
        this.threads = Executors.newCachedThreadPool(work -> thread(work, "fleck-wall"));
        this.ticks = Executors.newSingleThreadScheduledExecutor(work -> thread(work, "fleck-wall-ticks"));
    }

    /**
     * Starts serving.
     *
     * @param port TCP port; 0 takes any free one
     * @param state what to show
     * @throws WallException when the port can't be had
     */
    public static WallServer start(int port, LiveState state) {
        WallServer wall = new WallServer(listen(port), state);
        EventStream events = new EventStream(state);
        wall.server.setExecutor(wall.threads);
        wall.server.createContext("/", exchange -> wall.answer(exchange, events));
        wall.server.start();
        long tick = LiveState.TICK.toMillis();
        var unused = wall.ticks.scheduleAtFixedRate(state::tick, tick, tick, TimeUnit.MILLISECONDS);
        return wall;
    }

    private static HttpServer listen(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new WallException("port " + port + " can't be had: " + e.getMessage(), e);
        }
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Address of the page. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange, EventStream events) throws IOException {
        try (exchange) {
            protect(exchange.getResponseHeaders());
            String path = exchange.getRequestURI().getPath();
            if (!ownName(exchange)) {
                exchange.sendResponseHeaders(421, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
            } else if (path.equals("/events")) {
                events.serve(exchange);
            } else {
                file(exchange, files.at(path));
            }
        }
    }

    private static void protect(Headers headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    private static boolean ownName(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && OWN_NAMES.contains(host.replaceFirst(":\\d+$", ""));
    }

    private static void file(HttpExchange exchange, Optional<PageFile> found) throws IOException {
        if (found.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        PageFile file = found.get();
        exchange.getResponseHeaders().set("Content-Type", file.type());
        exchange.sendResponseHeaders(200, file.bytes().remaining());
        exchange.getResponseBody().write(file.bytes().array());
    }

    /** Stops at once; browsers come back by themselves when a server is there again. */
    @Override
    public void close() {
        ticks.shutdownNow();
        state.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
