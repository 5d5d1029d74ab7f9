package io.fleck.stream.topics;

import java.util.Map;

/**
 * A topic as it is on the cluster.
 *
 * @param partitions number of partitions
 * @param replication copies of the first partition
 * @param configs effective settings by Kafka's names
 */
record ExistingTopic(int partitions, int replication, Map<String, String> configs) {
    ExistingTopic {
        configs = Map.copyOf(configs);
    }
}
