package io.fleck.stream.deadletters;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters were sent again. The book is kept on the cluster, as the metadata of a consumer group's offsets: these
 * can be written in the transaction that sends the records, so that neither exists without the other.
 *
 * <p>Letters that follow one another are one range, whatever markers of transactions lie between, so that the book stays
 * within the 4,096 characters that a broker takes; beyond them the oldest are forgotten. Not safe for use by several threads.
 */
final class ReplayBook {
    private static final int LONGEST = 4_000;

    private final String topic;
    private final Map<Integer, OffsetRanges> replayed = new TreeMap<>();
    private final Map<Integer, Long> passed = new HashMap<>();

    private ReplayBook(String topic) {
        this.topic = topic;
    }

    /**
     * Reads the book.
     *
     * @param committed the group's offsets by partition of the dead letters' topic; null where there is none
     * @param beginnings where the partitions begin now; what lies below is forgotten
     */
    static ReplayBook read(
            String topic,
            Map<TopicPartition, ? extends @Nullable OffsetAndMetadata> committed,
            Map<TopicPartition, Long> beginnings) {
        ReplayBook book = new ReplayBook(topic);
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                book.replayed.put(partition.partition(), OffsetRanges.parse(offset.metadata()));
            }
        });
        beginnings.forEach(
                (partition, first) -> book.ranges(partition.partition()).dropBelow(first));
        return book;
    }

    boolean contains(LetterId id) {
        return ranges(id.partition()).contains(id.offset());
    }

    /** A letter was sent again. */
    void add(LetterId id) {
        OffsetRanges ranges = ranges(id.partition());
        Long before = passed.get(id.partition());
        ranges.add(before != null && ranges.contains(before) ? before : id.offset(), id.offset());
    }

    /** A letter was dealt with, in the order of its partition, and none was left out since the last that passed. */
    void pass(LetterId id) {
        passed.put(id.partition(), id.offset());
    }

    /** Letters of a partition may have been left out since the last that passed. */
    void leap(int partition) {
        passed.remove(partition);
    }

    /** The pages of some partitions, as offsets to be committed. */
    Map<TopicPartition, OffsetAndMetadata> pages(Set<Integer> partitions) {
        Map<TopicPartition, OffsetAndMetadata> pages = new HashMap<>();
        for (int partition : partitions) {
            OffsetRanges ranges = ranges(partition);
            ranges.shorten(LONGEST);
            pages.put(new TopicPartition(topic, partition), new OffsetAndMetadata(ranges.end(), ranges.text()));
        }
        return pages;
    }

    private OffsetRanges ranges(int partition) {
        return replayed.computeIfAbsent(partition, unused -> new OffsetRanges());
    }
}
