package io.fleck.stream.wall.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/** How many inputs the broker has taken since the wall began, by the ends of their topics. Used by one thread. */
final class ReceivedInputs {
    private final Supplier<List<TopicPartition>> partitions;
    private final EndOffsets broker;
    private final Map<TopicPartition, Long> begins = new HashMap<>();
    private Map<TopicPartition, Long> ends = Map.of();
    private boolean begun;

    /**
     * Nothing known yet.
     *
     * @param partitions finds those that exist
     * @param broker knows where they end
     */
    ReceivedInputs(Supplier<List<TopicPartition>> partitions, EndOffsets broker) {
        this.partitions = partitions;
        this.broker = broker;
    }

    /** Looks for partitions: those there at first are counted from their end on, later ones from their beginning. */
    void refresh() {
        Map<TopicPartition, Long> found = broker.of(partitions.get());
        found.forEach((partition, end) -> begins.putIfAbsent(partition, begun ? 0L : end));
        ends = found;
        begun = true;
    }

    /** Asks for the present ends. */
    void update() {
        if (!begins.isEmpty()) {
            ends = broker.of(begins.keySet());
        }
    }

    /** Inputs since the beginning. */
    long count() {
        long count = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            count += end.getValue() - begin(end.getKey());
        }
        return count;
    }

    /** First offset that counts. */
    long begin(TopicPartition partition) {
        return begins.getOrDefault(partition, 0L);
    }
}
