package io.fleck.stream.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TopicLayoutTest {
    private static final TopicLayout LAYOUT = TopicLayout.defaults(Topics.unprefixed());

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldChangeOneTopicAndLeaveTheOthers(Topic topic) {
        TopicSettings other = LAYOUT.settings(topic).withMaxMessageBytes(12_345);
        TopicLayout changed = LAYOUT.with(topic, other);
        for (Topic each : Topic.values()) {
            assertThat(changed.settings(each))
                    .as("settings of %s after %s was changed", each, topic)
                    .isEqualTo(each == topic ? other : LAYOUT.settings(each));
        }
        assertThat(LAYOUT.settings(topic)).as("the layout it was made from").isNotEqualTo(other);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldCopyEveryTopicAsOftenAsAsked(Topic topic) {
        assertThat(LAYOUT.withReplication(2).settings(topic).replication())
                .as("copies of %s", topic)
                .isEqualTo(OptionalInt.of(2));
        assertThat(LAYOUT.settings(topic).replication())
                .as("copies of %s by default: the brokers'", topic)
                .isEmpty();
        assertThat(LAYOUT.settings(topic).configs())
                .as("without a number of copies nothing is asked of them")
                .doesNotContainKey("min.insync.replicas");
    }

    @Test
    void shouldShareTheWorkOnAllTopicsButTheCompacted() {
        TopicLayout wide = LAYOUT.withPartitions(48);
        for (Topic topic : Topic.values()) {
            boolean compacted = topic == Topic.RECIPES || topic == Topic.WAFER_CLASSES;
            assertThat(wide.settings(topic).partitions())
                    .as("partitions of %s", topic)
                    .isEqualTo(compacted ? 1 : 48);
        }
    }
}
