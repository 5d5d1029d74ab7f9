package io.fleck.stream.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.stream.topics.TopicDifference.Missing;
import io.fleck.stream.topics.TopicDifference.OtherConfig;
import io.fleck.stream.topics.TopicDifference.TooFewPartitions;
import io.fleck.stream.topics.TopicDifference.Unchangeable;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What people read before they apply a plan. */
final class TopicDifferenceTest {
    private static final TopicSettings SETTINGS =
            new TopicSettings(3, OptionalInt.empty(), new Retention.Latest(), 1 << 20);

    @Test
    void shouldSayHowATopicIsCreated() {
        assertThat(new Missing("t", SETTINGS).describe())
                .isEqualTo("create t: 3 partitions, the broker's number of copies,"
                        + " {cleanup.policy=compact, max.message.bytes=1048576}");
        assertThat(new Missing("t", SETTINGS.withReplication(OptionalInt.of(2))).describe())
                .startsWith("create t: 3 partitions, 2 copies, ");
    }

    @Test
    void shouldWarnThatMorePartitionsMoveKeys() {
        TopicDifference few = new TooFewPartitions("t", 2, 6);
        assertThat(few.describe())
                .startsWith("extend t: from 2 to 6 partitions")
                .contains("keys move to other partitions");
        assertThat(few.blocking()).as("the application works with two").isFalse();
    }

    @Test
    void shouldNameTheValueThereAndTheValueWanted() {
        assertThat(new OtherConfig("t", "retention.ms", "1", "2", false).describe())
                .isEqualTo("change t: retention.ms from 1 to 2");
        assertThat(new Unchangeable("t", "copies", 1, 3).describe())
                .isEqualTo("leave t: it has 1 copies, wanted are 3; this cannot be changed in place");
    }
}
