package io.fleck.stream.wall.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows some topics without a consumer group. What is there at first is read from a chosen point on, partitions that
 * are made later from their beginning; topics that do not exist yet are looked for again. Used by one thread.
 */
final class TopicTail {
    private static final Duration LIST_LIMIT = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final Set<String> topics;
    private final Duration lookBack;
    private final Set<TopicPartition> assigned = new HashSet<>();
    private boolean begun;

    /**
     * Nothing assigned yet.
     *
     * @param topics names
     * @param lookBack how old the first records may be, by their time; zero for new ones only
     */
    TopicTail(Consumer<byte[], byte[]> consumer, Set<String> topics, Duration lookBack) {
        this.consumer = consumer;
        this.topics = topics;
        this.lookBack = lookBack;
    }

    /** Looks for partitions and begins to follow new ones. */
    void refresh(long nowMillis) {
        Set<TopicPartition> fresh = new HashSet<>(partitions(consumer, topics));
        fresh.removeAll(assigned);
        if (!fresh.isEmpty()) {
            assigned.addAll(fresh);
            consumer.assign(assigned);
            seek(fresh, nowMillis);
        }
        begun = true;
    }

    private void seek(Set<TopicPartition> fresh, long nowMillis) {
        if (begun) {
            consumer.seekToBeginning(fresh);
            return;
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(fresh);
        Map<TopicPartition, Long> times = new HashMap<>();
        fresh.forEach(partition -> times.put(partition, nowMillis - lookBack.toMillis()));
        var found = lookBack.isZero()
                ? Map.<TopicPartition, org.apache.kafka.clients.consumer.OffsetAndTimestamp>of()
                : consumer.offsetsForTimes(times);
        for (TopicPartition partition : fresh) {
            var earlier = found.get(partition);
            long end = Objects.requireNonNullElse(ends.get(partition), 0L);
            consumer.seek(partition, earlier == null ? end : earlier.offset());
        }
    }

    /** Records that have come, waiting a moment for them; none while nothing is assigned. */
    List<ConsumerRecord<byte[], byte[]>> poll(Duration wait) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        if (!assigned.isEmpty()) {
            consumer.poll(wait).forEach(records::add);
        }
        return records;
    }

    /** Partitions of those topics that exist. */
    static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, Set<String> topics) {
        List<TopicPartition> found = new ArrayList<>();
        Map<String, List<PartitionInfo>> all = consumer.listTopics(LIST_LIMIT);
        for (String topic : topics) {
            for (PartitionInfo partition : all.getOrDefault(topic, List.of())) {
                found.add(new TopicPartition(topic, partition.partition()));
            }
        }
        return found;
    }
}
