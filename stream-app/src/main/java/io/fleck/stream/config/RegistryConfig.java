package io.fleck.stream.config;

import io.fleck.serdes.RegistrySettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Reads where the schema registry is; its client's other settings are passed through under their own names. */
final class RegistryConfig {
    /**
     * A stream thread asks the registry with a frame in hand, inside a transaction: a request has to give up long
     * before the transaction does.
     */
    private static final Map<String, String> SHORT_REQUESTS = Map.of(
            "schema.registry.http.connect.timeout.ms", "1500",
            "schema.registry.http.read.timeout.ms", "2500");

    private RegistryConfig() {}

    static void define(ConfigDef keys) {
        new Section(keys, "Schema registry")
                .requiredList(
                        RegistrySettings.URL,
                        "Confluent-compatible schema registry, one or more URLs separated by commas. Further settings of"
                                + " its client (basic.auth.*, bearer.auth.*, schema.registry.ssl.*,"
                                + " schema.registry.http.*.timeout.ms, schema.registry.proxy.*) are taken under"
                                + " Confluent's own names.");
    }

    /** Whether a key belongs to the registry's client and is not in the table. */
    static boolean passesThrough(String key) {
        return RegistrySettings.knows(key) && !key.equals(RegistrySettings.URL);
    }

    static RegistrySettings read(AbstractConfig values, Map<String, String> passedThrough) {
        Map<String, String> settings = new HashMap<>(SHORT_REQUESTS);
        settings.putAll(passedThrough);
        settings.put(RegistrySettings.URL, String.join(",", values.getList(RegistrySettings.URL)));
        try {
            return RegistrySettings.of(settings);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }
}
