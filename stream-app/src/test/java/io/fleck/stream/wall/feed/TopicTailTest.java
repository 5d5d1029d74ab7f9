package io.fleck.stream.wall.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicTailTest {
    private static final TopicPartition FIRST = new TopicPartition("previews", 0);
    private static final TopicPartition SECOND = new TopicPartition("previews", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");
    private final TopicTail tail = new TopicTail(consumer, Set.of("previews"), Duration.ZERO);

    @Test
    void shouldReadWhatComesAfterTheFirstLook() {
        exists(FIRST);
        consumer.updateEndOffsets(Map.of(FIRST, 5L));
        tail.refresh(0);
        add(FIRST, 5);
        assertThat(tail.poll(Duration.ZERO)).extracting(ConsumerRecord::offset).containsExactly(5L);
        assertThat(consumer.position(FIRST)).isEqualTo(6);
    }

    @Test
    void shouldWaitForATopicThatDoesNotExistAndReadItFromItsBeginning() {
        tail.refresh(0);
        assertThat(tail.poll(Duration.ZERO))
                .as("nothing assigned: not even a poll")
                .isEmpty();
        exists(FIRST);
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L));
        consumer.updateEndOffsets(Map.of(FIRST, 2L));
        tail.refresh(0);
        add(FIRST, 0);
        add(FIRST, 1);
        assertThat(tail.poll(Duration.ZERO)).hasSize(2);
    }

    @Test
    void shouldKeepItsPlaceWhenPartitionsAreAdded() {
        exists(FIRST);
        consumer.updateEndOffsets(Map.of(FIRST, 5L));
        tail.refresh(0);
        add(FIRST, 5);
        tail.poll(Duration.ZERO);
        exists(FIRST, SECOND);
        consumer.updateBeginningOffsets(Map.of(SECOND, 0L));
        tail.refresh(0);
        assertThat(consumer.assignment()).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(consumer.position(FIRST)).as("not sent back").isEqualTo(6);
    }

    private void exists(TopicPartition... partitions) {
        List<PartitionInfo> infos = java.util.Arrays.stream(partitions)
                .map(p -> new PartitionInfo(p.topic(), p.partition(), Node.noNode(), new Node[0], new Node[0]))
                .toList();
        consumer.updatePartitions("previews", infos);
    }

    private void add(TopicPartition partition, long offset) {
        consumer.addRecord(
                new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[] {1}, new byte[] {2}));
    }
}
