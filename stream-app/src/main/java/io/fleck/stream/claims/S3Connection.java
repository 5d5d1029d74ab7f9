package io.fleck.stream.claims;

import java.net.URI;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/**
 * How S3, or a store that speaks its protocol, is reached.
 *
 * @param endpoint where it is; empty for Amazon's own, by region
 * @param region for signatures; empty takes what the client finds in its environment
 * @param pathStyle whether the bucket stands in the path instead of the host name: most stores but Amazon's want it
 * @param credentials empty takes what the client finds: environment, profile, container or instance
 */
public record S3Connection(
        Optional<URI> endpoint, Optional<String> region, boolean pathStyle, Optional<Credentials> credentials) {
    /**
     * A pair of keys.
     *
     * @param accessKey public part
     * @param secretKey secret part, which is never printed
     */
    public record Credentials(String accessKey, Password secretKey) {}

    /** Refuses an endpoint that is no web address. */
    public S3Connection {
        endpoint.ifPresent(S3Connection::requireWeb);
    }

    /** Amazon's own, as the client's environment says. */
    public static S3Connection standard() {
        return new S3Connection(Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    private static void requireWeb(URI endpoint) {
        String scheme = endpoint.getScheme();
        if (endpoint.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("endpoint is " + endpoint + "; it must be http://HOST or https://HOST");
        }
    }
}
