package io.fleck.stream.wall.feed;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker where partitions end. */
@FunctionalInterface
interface EndOffsets {
    /**
     * Offset after the last committed record of each partition.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer in time
     */
    Map<TopicPartition, Long> of(Collection<TopicPartition> partitions);
}
