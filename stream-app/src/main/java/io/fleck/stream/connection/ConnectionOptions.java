package io.fleck.stream.connection;

import io.fleck.cli.CommandException;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.topics.Topics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where broker and registry are, how to be let in, and the prefix of the topics; used as a picocli mixin. */
public final class ConnectionOptions {
    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "Broker, or several separated by commas (default: ${DEFAULT-VALUE}).")
    private String bootstrap = "";

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8081",
            description = "Schema registry (default: ${DEFAULT-VALUE}).")
    private String registry = "";

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties of Kafka's clients and of the registry client: security.protocol, sasl.*, ssl.*,"
                    + " basic.auth.*, schema.registry.ssl.* and others.")
    private @Nullable Path config;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Stands before every topic's name as it is, for example line1. (with its dot).")
    private String prefix = "";

    /** Broker addresses, host:port, separated by commas. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Names of the topics. */
    public Topics topics() {
        return checked(() -> new Topics(prefix));
    }

    /** Connects a codec; it makes its first request when the first schema is needed. */
    public AvroCodec codec() {
        Map<String, String> settings = custom();
        settings.keySet().removeIf(key -> !RegistrySettings.concerns(key));
        settings.put(RegistrySettings.URL, registry);
        return checked(() -> AvroCodec.of(RegistrySettings.of(settings)));
    }

    /** The user's own settings of Kafka's clients, without the addresses. */
    public Map<String, String> kafka() {
        Map<String, String> settings = custom();
        settings.keySet().removeIf(RegistrySettings::concerns);
        return settings;
    }

    /** An admin client; the caller closes it. */
    public Admin admin() {
        Map<String, Object> settings = new HashMap<>(kafka());
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return checked(() -> Admin.create(settings));
    }

    /**
     * Opens something from these options.
     *
     * @throws CommandException of wrong use, when a setting is refused: it is the user's to correct, not a defect
     */
    public static <T> T checked(Supplier<T> opening) {
        try {
            return opening.get();
        } catch (IllegalArgumentException | KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw CommandException.usage(String.valueOf(cause.getMessage()));
        }
    }

    private Map<String, String> custom() {
        Map<String, String> settings = new HashMap<>();
        if (config != null) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(config)) {
                properties.load(in);
            } catch (IOException e) {
                throw CommandException.usage("--command-config " + config + " can't be read: " + e.getMessage());
            }
            properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        }
        return settings;
    }
}
