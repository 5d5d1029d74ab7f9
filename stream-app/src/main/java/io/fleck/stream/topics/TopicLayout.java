package io.fleck.stream.topics;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Every topic with its name and settings.
 *
 * @param names names on the cluster
 * @param settings of every topic
 */
public record TopicLayout(Topics names, Map<Topic, TopicSettings> settings) {
    /** Keeps a copy; no topic may be absent. */
    public TopicLayout {
        settings = Collections.unmodifiableMap(new EnumMap<>(settings));
        if (settings.size() != Topic.values().length) {
            throw new IllegalArgumentException("settings of " + settings.keySet() + "; every topic needs some");
        }
    }

    /** The default settings under a prefix. */
    public static TopicLayout defaults(Topics names) {
        Map<Topic, TopicSettings> settings = new EnumMap<>(Topic.class);
        Arrays.stream(Topic.values()).forEach(topic -> settings.put(topic, TopicDefaults.of(topic)));
        return new TopicLayout(names, settings);
    }

    /** Settings of a topic. */
    public TopicSettings settings(Topic topic) {
        TopicSettings found = settings.get(topic);
        if (found == null) {
            throw new IllegalStateException("no settings of " + topic);
        }
        return found;
    }

    /** The same with one topic laid out in another way. */
    public TopicLayout with(Topic topic, TopicSettings other) {
        Map<Topic, TopicSettings> changed = new EnumMap<>(settings);
        changed.put(topic, other);
        return new TopicLayout(names, changed);
    }

    /** The same with this many partitions, except for compacted topics, which keep theirs. */
    public TopicLayout withPartitions(int partitions) {
        Map<Topic, TopicSettings> changed = new EnumMap<>(settings);
        changed.replaceAll(
                (topic, old) -> old.retention() instanceof Retention.Latest ? old : old.withPartitions(partitions));
        return new TopicLayout(names, changed);
    }

    /** The same with this many copies of every partition. */
    public TopicLayout withReplication(int copies) {
        Map<Topic, TopicSettings> changed = new EnumMap<>(settings);
        changed.replaceAll((topic, old) -> old.withReplication(OptionalInt.of(copies)));
        return new TopicLayout(names, changed);
    }
}
