package io.fleck.cluster.registry;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Lets in whoever shows the one pair of credentials, or everybody where there is none. Not the JDK's authenticator: that
 * one answers without the JSON that clients of a registry read.
 */
final class Guard {
    private final Optional<byte[]> required;

    Guard(Optional<RegistryOptions.Credentials> credentials) {
        required = credentials.map(Guard::header);
    }

    private static byte[] header(RegistryOptions.Credentials credentials) {
        byte[] pair = (credentials.user() + ":" + credentials.password()).getBytes(StandardCharsets.UTF_8);
        return ("Basic " + Base64.getEncoder().encodeToString(pair)).getBytes(StandardCharsets.UTF_8);
    }

    void check(HttpExchange exchange) throws Refusal {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] shown = (given == null ? "" : given).getBytes(StandardCharsets.UTF_8);
        if (required.isPresent() && !MessageDigest.isEqual(shown, required.get())) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"schema registry\"");
            throw Refusal.unauthorized();
        }
    }
}
