package io.fleck.stream.claims;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands where S3 should be on a bad day. */
public final class BadS3 implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();

    private BadS3(Answer answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HttpHandler counted = exchange -> {
            requests.incrementAndGet();
            answer.give(exchange, closed);
        };
        server.createContext("/", counted);
        server.setExecutor(threads);
        server.start();
    }

    private interface Answer {
        void give(HttpExchange exchange, CountDownLatch closed) throws IOException;
    }

    /** Refuses everything with a status and no explanation. */
    static BadS3 answering(int status) throws IOException {
        return new BadS3((exchange, closed) -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    /** Takes requests and never answers. */
    public static BadS3 silent() throws IOException {
        return new BadS3((exchange, closed) -> await(closed));
    }

    /** Sends so many bytes of an object and then no more. */
    static BadS3 stoppingAfter(int bytes, byte[] content) throws IOException {
        return new BadS3((exchange, closed) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, bytes);
            exchange.getResponseBody().flush();
            await(closed);
        });
    }

    /** Has one object under every name, and answers only once it may. */
    public static BadS3 holding(byte[] content, CountDownLatch released) throws IOException {
        return new BadS3((exchange, closed) -> {
            await(released);
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How it is reached. */
    public S3Connection connection() {
        return S3Server.connection(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** Requests so far. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
