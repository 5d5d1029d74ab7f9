package io.fleck.stream.topics.command;

import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.connection.ConnectionOptions;
import io.fleck.stream.topics.TopicLayout;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which brokers, and how the topics are to be laid out on them; used as a picocli mixin. */
final class ClusterOptions {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

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
        return connection.admin();
    }

    TopicLayout layout() {
        Map<String, @Nullable Object> own = new TreeMap<>();
        own.put("--partitions", partitions);
        own.put("--replication", replication);
        Optional<FleckConfig> file = connection.configuration(own);
        return file.isPresent() ? file.get().topics().layout() : ConnectionOptions.checked(this::optional);
    }

    private TopicLayout optional() {
        TopicLayout layout = TopicLayout.defaults(connection.topics());
        if (partitions != null) {
            layout = layout.withPartitions(partitions);
        }
        return replication == null ? layout : layout.withReplication(replication);
    }
}
