package io.fleck.stream.config;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Where metrics and health are served.
 *
 * @param host address to listen on
 * @param port TCP port; 0 takes any free one
 */
public record AdminConfig(String host, int port) {
    private static final String HOST = "admin.host";
    private static final String PORT = "admin.port";

    static void define(ConfigDef keys) {
        new Section(keys, "Metrics and health")
                .value(
                        HOST,
                        "127.0.0.1",
                        Kinds.text("a host name or address"),
                        "Address on which /metrics, /livez and /readyz are served. 0.0.0.0 where a scraper or an"
                                + " orchestrator reaches in from outside.")
                .integer(PORT, 9464, 0, 65_535, "Port for them; 0 takes any free one.");
    }

    static AdminConfig read(AbstractConfig values) {
        return new AdminConfig(values.getString(HOST), values.getInt(PORT));
    }
}
