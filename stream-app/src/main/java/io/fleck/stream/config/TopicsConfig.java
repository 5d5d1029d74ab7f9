package io.fleck.stream.config;

import io.fleck.stream.topics.Retention;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.TopicSettings;
import io.fleck.stream.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Topics and schemas that the application works with.
 *
 * @param layout names and settings of all topics
 * @param create whether missing topics are created at the start
 * @param registerSchemas whether missing schemas are registered at the start
 */
public record TopicsConfig(TopicLayout layout, boolean create, boolean registerSchemas) {
    private static final String PREFIX = "topics.prefix";
    private static final String CREATE = "topics.create";
    private static final String REGISTER = "schemas.register";
    private static final String PARTITIONS = "partitions";
    private static final String REPLICATION = "replication";
    private static final String TIME = "retention.time";
    private static final String BYTES = "retention.bytes";
    private static final String LARGEST = "max.message.bytes";
    private static final Kind<Integer> PARTITIONS_KIND = Kinds.wholeNumber(1, 10_000);
    private static final Kind<Integer> REPLICATION_KIND = Kinds.wholeNumber(1, 100);
    private static final Kind<Duration> TIME_KIND = Kinds.duration("1s", "3650d");
    private static final Kind<Long> BYTES_KIND = Kinds.size("1MiB", "1024TiB");
    private static final Kind<Long> LARGEST_KIND = Kinds.size("1KiB", "1GiB");

    static void define(ConfigDef keys) {
        Section section = new Section(keys, "Topics and schemas")
                .value(
                        PREFIX,
                        "",
                        new Kind<>("text", "letters, digits, dots, dashes and underscores; may be empty", Topics::new),
                        "Stands before every topic's name as it is, for example line1. (with its dot).")
                .flag(CREATE, false, "Create missing topics at the start. Without it the start names them and stops.")
                .flag(
                        REGISTER,
                        false,
                        "Register missing schemas at the start. Without it the start names them and stops.")
                .optional(
                        key(PARTITIONS),
                        PARTITIONS_KIND,
                        "Partitions of every created topic but the compacted ones, which have one.")
                .optional(
                        key(REPLICATION),
                        REPLICATION_KIND,
                        "Copies of every partition of a created topic. Default: the brokers' own. With 3 or more, all"
                                + " but one have to confirm a write.");
        TopicLayout defaults = TopicLayout.defaults(Topics.unprefixed());
        for (Topic topic : Topic.values()) {
            define(section, topic, defaults.settings(topic));
        }
    }

    private static void define(Section section, Topic topic, TopicSettings defaults) {
        String name = topic.baseName();
        section.value(
                key(topic, LARGEST),
                Texts.size(defaults.maxMessageBytes()),
                LARGEST_KIND,
                "Largest batch of records in " + name + "; has to exceed the largest record.");
        if (defaults.retention() instanceof Retention.Bounded bounded) {
            section.optional(
                            key(topic, PARTITIONS),
                            PARTITIONS_KIND,
                            "Partitions of " + name + ", before topics.partitions.")
                    .value(
                            key(topic, TIME),
                            Texts.duration(bounded.time()),
                            TIME_KIND,
                            "How long " + name + " keeps a record.")
                    .value(
                            key(topic, BYTES),
                            Texts.size(bounded.bytes()),
                            BYTES_KIND,
                            "How much a partition of " + name + " keeps; whatever comes first, time or size, removes"
                                    + " records.");
        }
    }

    static TopicsConfig read(AbstractConfig values) {
        TopicLayout layout = TopicLayout.defaults(new Topics(values.getString(PREFIX)));
        OptionalInt partitions = find(values, key(PARTITIONS), PARTITIONS_KIND);
        OptionalInt replication = find(values, key(REPLICATION), REPLICATION_KIND);
        for (Topic topic : Topic.values()) {
            TopicSettings settings = layout.settings(topic)
                    .withReplication(replication)
                    .withMaxMessageBytes(
                            LARGEST_KIND.get(values, key(topic, LARGEST)).intValue());
            layout = layout.with(topic, bounded(values, topic, settings, partitions));
        }
        requireRoomForDeadLetters(layout);
        return new TopicsConfig(layout, values.getBoolean(CREATE), values.getBoolean(REGISTER));
    }

    private static TopicSettings bounded(
            AbstractConfig values, Topic topic, TopicSettings settings, OptionalInt partitions) {
        if (!(settings.retention() instanceof Retention.Bounded)) {
            return settings;
        }
        OptionalInt own = find(values, key(topic, PARTITIONS), PARTITIONS_KIND);
        return settings.withPartitions(own.orElse(partitions.orElse(settings.partitions())))
                .withRetention(new Retention.Bounded(
                        TIME_KIND.get(values, key(topic, TIME)), BYTES_KIND.get(values, key(topic, BYTES))));
    }

    /** A dead letter is its input and headers. */
    private static void requireRoomForDeadLetters(TopicLayout layout) {
        int deadLetters = layout.settings(Topic.DEAD_LETTERS).maxMessageBytes();
        for (Topic inputs : List.of(Topic.FRAMES, Topic.WAFER_MAPS)) {
            int largest = layout.settings(inputs).maxMessageBytes();
            if (deadLetters <= largest) {
                throw new ConfigurationException(key(Topic.DEAD_LETTERS, LARGEST) + " is " + Texts.size(deadLetters)
                        + "; it has to be above " + key(inputs, LARGEST) + ", which is " + Texts.size(largest));
            }
        }
    }

    private static OptionalInt find(AbstractConfig values, String key, Kind<Integer> kind) {
        return kind.find(values, key).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static String key(String attribute) {
        return "topics." + attribute;
    }

    private static String key(Topic topic, String attribute) {
        return "topics." + topic.baseName().substring("inspection.".length()) + "." + attribute;
    }
}
