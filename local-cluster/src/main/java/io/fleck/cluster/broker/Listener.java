package io.fleck.cluster.broker;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A further address of every broker, on the loopback interface like the plain one: with TLS, or with users.
 *
 * @param name upper-case letters, digits and underscores; not PLAINTEXT or CONTROLLER, which every broker has
 * @param protocol SSL, SASL_SSL, SASL_PLAINTEXT or PLAINTEXT
 * @param settings of this listener alone, by Kafka's names without {@code listener.name.NAME.}
 */
public record Listener(String name, String protocol, Map<String, String> settings) {
    private static final String PLAIN = "PLAINTEXT";

    /** Checks the name; keeps a copy. */
    public Listener {
        if (!name.matches("[A-Z][A-Z0-9_]*") || name.equals(PLAIN) || name.equals(NodeSettings.CONTROLLER_LISTENER)) {
            throw new IllegalArgumentException("listener " + name
                    + ": must be upper-case letters, digits and underscores, and neither PLAINTEXT nor CONTROLLER");
        }
        settings = Map.copyOf(settings);
    }

    Map<String, String> toKafka() {
        Map<String, String> kafka = new HashMap<>();
        settings.forEach(
                (key, value) -> kafka.put("listener.name." + name.toLowerCase(Locale.ROOT) + "." + key, value));
        return kafka;
    }
}
