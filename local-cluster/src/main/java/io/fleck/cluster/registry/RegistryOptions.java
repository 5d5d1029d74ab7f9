package io.fleck.cluster.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a registry is set up.
 *
 * @param port TCP port on the loopback interface, 1 to 65535
 * @param journal the file that keeps its schemas
 * @param defaultLevel the level that holds until somebody sets one
 * @param credentials what clients have to show, if anything
 */
public record RegistryOptions(
        int port, Path journal, CompatibilityLevel defaultLevel, Optional<Credentials> credentials) {
    /** A user's name and password, sent by HTTP basic authentication. */
    public record Credentials(String user, String password) {
        /** Checks that the name can be sent at all. */
        public Credentials {
            if (user.isEmpty() || user.contains(":")) {
                throw new IllegalArgumentException("user '" + user + "': empty, or with a colon in it");
            }
        }
    }

    /** Checks the port. */
    public RegistryOptions {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("registry port " + port + ": must be 1 to 65535");
        }
    }

    /** An open registry that starts, as Confluent's own does, with the level BACKWARD. */
    public static RegistryOptions of(int port, Path journal) {
        return new RegistryOptions(port, journal, CompatibilityLevel.BACKWARD, Optional.empty());
    }

    /** The same with another default level. */
    public RegistryOptions withDefaultLevel(CompatibilityLevel level) {
        return new RegistryOptions(port, journal, level, credentials);
    }

    /** The same for clients that know a password. */
    public RegistryOptions withCredentials(Credentials required) {
        return new RegistryOptions(port, journal, defaultLevel, Optional.of(required));
    }
}
