package io.fleck.stream.topics;

import io.fleck.stream.topics.TopicDifference.Missing;
import io.fleck.stream.topics.TopicDifference.OtherConfig;
import io.fleck.stream.topics.TopicDifference.TooFewPartitions;
import io.fleck.stream.topics.TopicDifference.Unchangeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What it takes to bring a cluster's topics to a layout.
 *
 * @param layout where it leads
 * @param differences in the order of {@link Topic}
 */
public record TopicPlan(TopicLayout layout, List<TopicDifference> differences) {
    private static final String PARTITIONS = "partitions";
    private static final String COPIES = "copies";

    /** Keeps a copy. */
    public TopicPlan {
        differences = List.copyOf(differences);
    }

    /** Compares a layout with what is there; {@code existing} by name on the cluster. */
    static TopicPlan of(TopicLayout layout, Map<String, ExistingTopic> existing) {
        List<TopicDifference> differences = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            String name = layout.names().name(topic);
            TopicSettings wanted = layout.settings(topic);
            ExistingTopic actual = existing.get(name);
            if (actual == null) {
                differences.add(new Missing(name, wanted));
            } else {
                partitions(name, wanted, actual, differences);
                copies(name, wanted, actual, differences);
                configs(name, wanted, actual, differences);
            }
        }
        return new TopicPlan(layout, differences);
    }

    /** Whether the cluster is as wanted. */
    public boolean fine() {
        return differences.isEmpty();
    }

    /** The topics that are not there. */
    public List<Missing> missing() {
        return differences.stream()
                .filter(Missing.class::isInstance)
                .map(Missing.class::cast)
                .toList();
    }

    /** What cannot be changed in place and stays as it is. */
    public List<Unchangeable> unchangeable() {
        return differences.stream()
                .filter(Unchangeable.class::isInstance)
                .map(Unchangeable.class::cast)
                .toList();
    }

    /** What the application cannot work with. */
    public List<TopicDifference> blocking() {
        return differences.stream().filter(TopicDifference::blocking).toList();
    }

    private static void partitions(
            String name, TopicSettings wanted, ExistingTopic actual, List<TopicDifference> differences) {
        if (actual.partitions() < wanted.partitions()) {
            differences.add(new TooFewPartitions(name, actual.partitions(), wanted.partitions()));
        } else if (actual.partitions() > wanted.partitions()) {
            differences.add(new Unchangeable(name, PARTITIONS, actual.partitions(), wanted.partitions()));
        }
    }

    private static void copies(
            String name, TopicSettings wanted, ExistingTopic actual, List<TopicDifference> differences) {
        wanted.replication().stream()
                .filter(copies -> copies != actual.replication())
                .forEach(copies -> differences.add(new Unchangeable(name, COPIES, actual.replication(), copies)));
    }

    private static void configs(
            String name, TopicSettings wanted, ExistingTopic actual, List<TopicDifference> differences) {
        new TreeMap<>(wanted.configs()).forEach((key, value) -> {
            String there = actual.configs().getOrDefault(key, "");
            if (!there.equals(value)) {
                differences.add(new OtherConfig(name, key, there, value, blocks(key, there, value)));
            }
        });
    }

    /** A record that is too large is refused; a compacted topic that is not loses recipes, or the other way round. */
    private static boolean blocks(String key, String actual, String wanted) {
        return switch (key) {
            case TopicConfig.MAX_MESSAGE_BYTES_CONFIG ->
                actual.isEmpty() || Long.parseLong(actual) < Long.parseLong(wanted);
            case TopicConfig.CLEANUP_POLICY_CONFIG -> true;
            default -> false;
        };
    }
}
