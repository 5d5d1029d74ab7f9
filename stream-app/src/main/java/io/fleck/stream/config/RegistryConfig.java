package io.fleck.stream.config;

import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The schema registry.
 *
 * @param urls at least one; the next is tried when one does not answer
 */
public record RegistryConfig(List<String> urls) {
    private static final String URL = "registry.url";

    static void define(ConfigDef keys) {
        new Section(keys, "Schema registry")
                .requiredList(URL, "Confluent-compatible schema registry, one or more URLs separated by commas.");
    }

    static RegistryConfig read(AbstractConfig values) {
        return new RegistryConfig(values.getList(URL));
    }
}
