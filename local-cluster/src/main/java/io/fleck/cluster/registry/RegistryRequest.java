package io.fleck.cluster.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for.
 *
 * @param method HTTP method
 * @param path decoded segments of the path
 * @param query decoded parameters; the last one of a name wins
 * @param body the request's text, empty when it has none
 */
record RegistryRequest(String method, List<String> path, Map<String, String> query, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static RegistryRequest of(String method, URI uri, String body) {
        List<String> path = new ArrayList<>();
        for (String segment : uri.getRawPath().split("/", -1)) {
            if (!segment.isEmpty()) {
                path.add(decode(segment.replace("+", "%2B"))); // a plus is a space in queries only
            }
        }
        return new RegistryRequest(method, List.copyOf(path), query(uri.getRawQuery()), body);
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return Map.copyOf(query);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Whether a parameter is given as true. */
    boolean flag(String name) {
        return Boolean.parseBoolean(query.get(name));
    }

    /** The body as a JSON object. */
    JsonNode json() throws Refusal {
        try {
            JsonNode node = JSON.readTree(body);
            if (node == null || !node.isObject()) {
                throw Refusal.malformed("an object is needed");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw Refusal.malformed(e.getOriginalMessage());
        }
    }
}
