package io.fleck.cluster.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP in, HTTP out: finds the route, writes its answer or its refusal. */
final class RegistryHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryHandler.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final List<String> ACCEPTED = List.of(
            CONTENT_TYPE, "application/vnd.schemaregistry+json", "application/json", "application/octet-stream");
    private static final int LARGEST_REQUEST = 4 << 20;

    private final List<Route> routes;
    private final Guard guard;

    RegistryHandler(List<Route> routes, Guard guard) {
        this.routes = List.copyOf(routes);
        this.guard = guard;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] answer;
            int status = 200;
            try {
                answer = write(dispatch(exchange));
            } catch (Refusal refusal) {
                status = refusal.status();
                answer = write(error(refusal.code(), String.valueOf(refusal.getMessage())));
            } catch (RuntimeException e) { // a defect of ours must reach the client as one, not as a closed connection
                LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                status = 500;
                answer = write(error(500, "Internal error: " + e));
            }
            exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
            // The JDK's server sends head and body apart; on a kept connection the body then waits 40 ms for the
            // client's delayed acknowledgement of the head. Closing sends it at once.
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private Object dispatch(HttpExchange exchange) throws IOException, Refusal {
        byte[] body = readBody(exchange.getRequestBody());
        guard.check(exchange);
        if (body.length > 0) {
            requireJson(exchange);
        }
        RegistryRequest request = RegistryRequest.of(
                exchange.getRequestMethod(), exchange.getRequestURI(), new String(body, StandardCharsets.UTF_8));
        Route route = routeOf(request);
        return route.handler().handle(request, route.names(request.path()));
    }

    /** Reads to the end in any case: a connection that is closed before resets it, and the answer is lost. */
    private static byte[] readBody(InputStream stream) throws IOException, Refusal {
        byte[] body = stream.readNBytes(LARGEST_REQUEST);
        if (stream.transferTo(OutputStream.nullOutputStream()) > 0) {
            throw Refusal.tooLarge(LARGEST_REQUEST);
        }
        return body;
    }

    private static void requireJson(HttpExchange exchange) throws Refusal {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null && ACCEPTED.stream().noneMatch(type.split(";", 2)[0].strip()::equalsIgnoreCase)) {
            throw Refusal.unsupportedMediaType();
        }
    }

    private Route routeOf(RegistryRequest request) throws Refusal {
        List<Route> ofPath =
                routes.stream().filter(route -> route.matches(request.path())).toList();
        if (ofPath.isEmpty()) {
            throw Refusal.notFound();
        }
        return ofPath.stream()
                .filter(route -> route.method().equals(request.method()))
                .findFirst()
                .orElseThrow(Refusal::methodNotAllowed);
    }

    private static byte[] write(Object answer) throws IOException {
        return answer instanceof Route.RawJson raw
                ? raw.text().getBytes(StandardCharsets.UTF_8)
                : JSON.writeValueAsBytes(answer);
    }

    private static Map<String, Object> error(int code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("error_code", code);
        error.put("message", message);
        return error;
    }
}
