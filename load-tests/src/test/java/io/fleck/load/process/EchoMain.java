package io.fleck.load.process;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for an application: serves health and metrics, says what it is told on standard input, and ends itself with the
 * code that follows the word {@code end}.
 */
public final class EchoMain {
    private EchoMain() {}

    /** Takes {@code run --config FILE} as the application does; the file says {@code admin.port}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[2]))) {
            properties.load(reader);
        }
        int port = Integer.parseInt(properties.getProperty("admin.port"));
        AtomicInteger status = new AtomicInteger(503);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            byte[] body = "metrics\n".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.get(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println("told: " + line);
            if (line.equals("ready")) {
                status.set(200);
            } else if (line.startsWith("end ")) {
                System.exit(Integer.parseInt(line.substring(4)));
            }
        }
        Thread.currentThread().join(); // told to end, it has lost its standard input first
    }
}
