package io.fleck.stream.topics.command;

import io.fleck.cli.CommandException;
import io.fleck.serdes.RegistrySettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options by which a command reaches the brokers; used as a picocli mixin. */
final class BrokerOptions {
    private static final String REQUEST_MILLIS = "10000";
    private static final String CALL_MILLIS = "20000";

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "Brokers, separated by commas (default: ${DEFAULT-VALUE}).")
    private String bootstrap = "";

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties with the clients' security settings, as Kafka's own tools take them.")
    private @Nullable Path file;

    /** A new admin client; the caller closes it. */
    Admin connect() {
        try {
            return Admin.create(settings());
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw CommandException.usage("--bootstrap " + bootstrap + ": " + cause.getMessage());
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        if (file != null) {
            PropertiesFile.read(file).entrySet().stream()
                    .filter(entry -> !RegistrySettings.concerns(entry.getKey()))
                    .forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
        }
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return settings;
    }
}
