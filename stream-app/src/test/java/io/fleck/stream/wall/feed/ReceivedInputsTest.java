package io.fleck.stream.wall.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReceivedInputsTest {
    private static final TopicPartition FIRST = new TopicPartition("inspection.frames", 0);
    private static final TopicPartition SECOND = new TopicPartition("inspection.frames", 1);

    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final ReceivedInputs received = new ReceivedInputs(() -> partitions, asked -> {
        Map<TopicPartition, Long> answer = new HashMap<>(ends);
        answer.keySet().retainAll(asked);
        return answer;
    });

    @Test
    void shouldCountFromTheFirstLookOn() {
        add(FIRST, 100);
        received.refresh();
        assertThat(received.count()).as("what was there before does not count").isZero();
        ends.put(FIRST, 130L);
        received.update();
        assertThat(received.count()).isEqualTo(30);
        assertThat(received.begin(FIRST)).isEqualTo(100);
    }

    @Test
    void shouldCountAPartitionMadeLaterFromItsBeginning() {
        add(FIRST, 100);
        received.refresh();
        add(SECOND, 7);
        received.refresh();
        assertThat(received.count()).isEqualTo(7);
        assertThat(received.begin(SECOND)).isZero();
    }

    @Test
    void shouldCountNothingWhileThereIsNoTopic() {
        received.refresh();
        received.update();
        assertThat(received.count()).isZero();
        add(FIRST, 3);
        received.refresh();
        assertThat(received.count()).as("made after the wall began").isEqualTo(3);
    }

    private void add(TopicPartition partition, long end) {
        partitions.add(partition);
        ends.put(partition, end);
    }
}
