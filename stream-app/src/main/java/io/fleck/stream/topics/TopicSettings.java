package io.fleck.stream.topics;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How a topic is laid out.
 *
 * @param partitions 1 to 10,000: how many stream threads can share the work
 * @param replication copies of each partition, 1 to 100; the broker's default when empty
 * @param retention how long records are kept
 * @param maxMessageBytes largest batch that the brokers take, from 1 KiB to 1 GiB: must exceed the largest record
 */
public record TopicSettings(int partitions, OptionalInt replication, Retention retention, int maxMessageBytes) {
    private static final int MOST_PARTITIONS = 10_000;
    private static final int MOST_COPIES = 100;
    private static final int LEAST_MESSAGE = 1 << 10;
    private static final int LARGEST_MESSAGE = 1 << 30;
    private static final int SAFE_COPIES = 3;
    /** Retention removes whole segments: this many of them make up what is kept, so it works to that grain. */
    private static final int SEGMENTS = 8;

    private static final long SMALLEST_SEGMENT = 64L << 20;
    private static final long LARGEST_SEGMENT = 1L << 30;
    private static final Duration SHORTEST_SEGMENT = Duration.ofMinutes(5);

    /** Checks the ranges. */
    public TopicSettings {
        require("partitions", partitions, 1, MOST_PARTITIONS);
        replication.ifPresent(copies -> require("replication", copies, 1, MOST_COPIES));
        require("max.message.bytes", maxMessageBytes, LEAST_MESSAGE, LARGEST_MESSAGE);
    }

    /** The same with another number of partitions. */
    public TopicSettings withPartitions(int number) {
        return new TopicSettings(number, replication, retention, maxMessageBytes);
    }

    /** The same with another number of copies. */
    public TopicSettings withReplication(OptionalInt copies) {
        return new TopicSettings(partitions, copies, retention, maxMessageBytes);
    }

    /** The same kept for another time or size. */
    public TopicSettings withRetention(Retention other) {
        return new TopicSettings(partitions, replication, other, maxMessageBytes);
    }

    /** The same for larger or smaller records. */
    public TopicSettings withMaxMessageBytes(int bytes) {
        return new TopicSettings(partitions, replication, retention, bytes);
    }

    /**
     * Kafka's settings of the topic, by their names. With three copies or more, a write needs all but one of them, so
     * that a broker may fail without losing what was acknowledged.
     */
    public Map<String, String> configs() {
        Map<String, String> configs = new TreeMap<>();
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
        if (replication.isPresent()) {
            int copies = replication.getAsInt();
            configs.put(
                    TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(copies >= SAFE_COPIES ? copies - 1 : 1));
        }
        if (retention instanceof Retention.Bounded bounded) {
            bound(configs, bounded);
        } else {
            configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        return configs;
    }

    private void bound(Map<String, String> configs, Retention.Bounded bounded) {
        long segment = Math.min(LARGEST_SEGMENT, Math.max(SMALLEST_SEGMENT, bounded.bytes() / SEGMENTS));
        Duration roll = max(SHORTEST_SEGMENT, bounded.time().dividedBy(SEGMENTS));
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        configs.put(
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(bounded.time().toMillis()));
        configs.put(TopicConfig.RETENTION_BYTES_CONFIG, Long.toString(bounded.bytes()));
        configs.put(TopicConfig.SEGMENT_BYTES_CONFIG, Long.toString(Math.max(segment, maxMessageBytes)));
        configs.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(roll.toMillis()));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static void require(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " is " + value + "; it must be " + least + " to " + most);
        }
    }
}
