package io.fleck.stream.topics.command;

import io.fleck.cli.CommandException;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which brokers, and how the topics are to be laid out on them; used as a picocli mixin. */
final class ClusterOptions {
    private static final String HERE = "127.0.0.1:9092";
    private static final String REQUEST_MILLIS = "10000";
    private static final String CALL_MILLIS = "20000";

    @Option(names = "--config", paramLabel = "FILE", description = ConfigurationFile.DESCRIPTION)
    private @Nullable Path config;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Brokers, separated by commas (default: " + HERE + ").")
    private @Nullable String bootstrap;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties with the clients' security settings, as Kafka's own tools take them.")
    private @Nullable Path clientFile;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "Stands before every topic's name as it is, for example line1. (with its dot).")
    private @Nullable String prefix;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of every topic but the compacted ones, which have one (default: 6).")
    private @Nullable Integer partitions;

    @Option(
            names = "--replication",
            paramLabel = "N",
            description = "Copies of every partition (default: what the brokers are set to).")
    private @Nullable Integer replication;

    /** A new admin client; the caller closes it. */
    Admin connect() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        settings.putAll(configured().map(file -> file.kafka().admin()).orElseGet(this::client));
        try {
            return Admin.create(settings);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw CommandException.usage(
                    settings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG) + ": " + cause.getMessage());
        }
    }

    TopicLayout layout() {
        try {
            return configured().map(file -> file.topics().layout()).orElseGet(this::optional);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Object> client() {
        Map<String, Object> settings = new HashMap<>();
        if (clientFile != null) {
            settings.putAll(PropertiesFile.read(clientFile));
            settings.keySet().removeIf(RegistrySettings::concerns);
        }
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Objects.requireNonNullElse(bootstrap, HERE));
        return settings;
    }

    private TopicLayout optional() {
        TopicLayout layout = TopicLayout.defaults(new Topics(Objects.requireNonNullElse(prefix, "")));
        if (partitions != null) {
            layout = layout.withPartitions(partitions);
        }
        return replication == null ? layout : layout.withReplication(replication);
    }

    private Optional<FleckConfig> configured() {
        if (config == null) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> others = new HashMap<>();
        others.put("--bootstrap", bootstrap);
        others.put("--command-config", clientFile);
        others.put("--prefix", prefix);
        others.put("--partitions", partitions);
        others.put("--replication", replication);
        return Optional.of(ConfigurationFile.load(config, others));
    }
}
