package io.fleck.stream.gateway.wafers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.stream.wafers.LotOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;

final class LotPartitionerTest {
    private static final Cluster CLUSTER = new Cluster(
            "cluster",
            List.of(Node.noNode()),
            IntStream.range(0, 6)
                    .mapToObj(i -> new PartitionInfo("maps", i, Node.noNode(), new Node[0], new Node[0]))
                    .toList(),
            Set.of(),
            Set.of());

    private static int partition(String key) {
        try (LotPartitioner partitioner = new LotPartitioner()) {
            partitioner.configure(Map.of());
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            return partitioner.partition("maps", key, bytes, null, null, CLUSTER);
        }
    }

    @Test
    void shouldSendTheWafersOfALotToOnePartition() {
        assertThat(IntStream.range(0, 25)
                        .map(wafer -> partition("L1/W" + wafer))
                        .distinct())
                .containsExactly(LotOrder.partition("L1/W1".getBytes(StandardCharsets.UTF_8), 6));
        assertThat(IntStream.range(0, 100)
                        .map(lot -> partition("L" + lot + "/W1"))
                        .distinct())
                .hasSize(6);
    }
}
