package io.fleck.serdes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fleck.avro.CameraFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** An HTTP server that answers every request alike, as a registry does on its bad days. */
final class ScriptedRegistry implements AutoCloseable {
    /** Confluent's answer for an id that does not exist. */
    static final Answer NO_SUCH_SCHEMA = new Answer(404, "{\"error_code\":40403,\"message\":\"Schema 7 not found\"}");

    /** A status and a body; status 0 never answers. */
    record Answer(int status, String body) {
        static Answer schema(String type, String text) {
            try {
                return new Answer(
                        200,
                        new ObjectMapper().writeValueAsString(Map.of("schemaType", type, "schema", text, "id", 7)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The schema of frames, under any id and subject. */
    static Answer frames() {
        return Answer.schema("AVRO", Subjects.schemaOf(CameraFrame.class).canonicalString());
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private volatile Answer answer;

    private ScriptedRegistry(HttpServer server, Answer answer) {
        this.server = server;
        this.answer = answer;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static ScriptedRegistry answering(Answer answer) throws IOException {
        return new ScriptedRegistry(HttpServer.create(address(), 0), answer);
    }

    static ScriptedRegistry overTls(SSLContext context, Answer answer) throws IOException {
        HttpsServer server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new ScriptedRegistry(server, answer);
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    void answer(Answer next) {
        answer = next;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Method and path of every request so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Authorization headers so far. */
    List<String> credentials() {
        return List.copyOf(credentials);
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null) {
            credentials.add(authorization);
        }
        Answer now = answer;
        try (exchange) {
            if (now.status() == 0) {
                closed.await();
                return;
            }
            byte[] body = now.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
