package io.fleck.stream.gateway.wafers;

import io.fleck.stream.wafers.LotOrder;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.jspecify.annotations.Nullable;

/** Sends the wafers of a lot to one partition, where they keep their order. Kafka's producer makes it by its name. */
public final class LotPartitioner implements Partitioner {
    /** Needs no settings. */
    public LotPartitioner() {}

    @Override
    public int partition(
            String topic,
            @Nullable Object key,
            byte @Nullable [] keyBytes,
            @Nullable Object value,
            byte @Nullable [] valueBytes,
            Cluster cluster) {
        return LotOrder.partition(
                Objects.requireNonNull(keyBytes, "a wafer map without a key"), cluster.partitionCountForTopic(topic));
    }

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
