package io.fleck.stream.topics.command;

import io.fleck.cli.CommandException;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how the topics are to be laid out; used as a picocli mixin. */
final class LayoutOptions {
    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Stands before every topic's name as it is, for example line1. (with its dot).")
    private String prefix = "";

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

    TopicLayout layout() {
        try {
            TopicLayout layout = TopicLayout.defaults(new Topics(prefix));
            if (partitions != null) {
                layout = layout.withPartitions(partitions);
            }
            return replication == null ? layout : layout.withReplication(replication);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }
}
