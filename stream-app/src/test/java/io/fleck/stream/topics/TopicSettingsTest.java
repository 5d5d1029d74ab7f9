package io.fleck.stream.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class TopicSettingsTest {
    private static final TopicLayout LAYOUT = TopicLayout.defaults(Topics.unprefixed());

    @Test
    void shouldBoundFramesBySizeBeforeAge() {
        Map<String, String> configs = LAYOUT.settings(Topic.FRAMES).configs();
        assertThat(configs)
                .as("settings of the frames topic")
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("max.message.bytes", "20971520")
                .containsEntry("retention.bytes", "10737418240")
                .containsEntry("retention.ms", "604800000");
    }

    @Test
    void shouldTakeDeadLettersOfTheLargestFrames() {
        assertThat(LAYOUT.settings(Topic.DEAD_LETTERS).maxMessageBytes())
                .as("a dead letter is its frame and headers")
                .isEqualTo(21 << 20)
                .isGreaterThan(LAYOUT.settings(Topic.FRAMES).maxMessageBytes());
    }

    @Test
    void shouldDropPreviewsAfterAnHour() {
        assertThat(LAYOUT.settings(Topic.PREVIEWS).configs())
                .as("previews, removed segment by segment")
                .containsEntry("retention.ms", "3600000")
                .containsEntry("segment.ms", "450000");
    }

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"RECIPES", "WAFER_CLASSES"})
    void shouldKeepTheLatestOfEachKey(Topic topic) {
        assertThat(LAYOUT.settings(topic).configs())
                .as("compacted")
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKeys("retention.ms", "retention.bytes");
        assertThat(LAYOUT.withPartitions(12).settings(topic).partitions())
                .as("one order for all readers")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "5, 4"})
    void shouldAskForAllCopiesButOneWhereThereAreThree(int copies, String inSync) {
        assertThat(LAYOUT.withReplication(copies).settings(Topic.RESULTS).configs())
                .as("min.insync.replicas with %s copies", copies)
                .containsEntry("min.insync.replicas", inSync);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldFitALargestRecordIntoASegment(Topic topic) {
        Map<String, String> configs = LAYOUT.settings(topic).configs();
        assertThat(Long.parseLong(configs.getOrDefault("segment.bytes", "1073741824")))
                .as("segment of %s", topic)
                .isGreaterThanOrEqualTo(LAYOUT.settings(topic).maxMessageBytes());
    }

    @Test
    void shouldRollSegmentsSmallEnoughForASmallRetention() {
        TopicSettings small =
                LAYOUT.settings(Topic.FRAMES).withRetention(new Retention.Bounded(Duration.ofSeconds(10), 512L << 20));
        assertThat(small.configs())
                .as("segments of a topic of 512 MiB and 10 s")
                .containsEntry("segment.bytes", "67108864")
                .containsEntry("segment.ms", "300000");
    }

    @Test
    void shouldNameWhatIsOutOfRange() {
        TopicSettings settings = LAYOUT.settings(Topic.RESULTS);
        assertThatThrownBy(() -> settings.withPartitions(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("partitions is 0; it must be 1 to 10000");
        assertThatThrownBy(() -> settings.withReplication(OptionalInt.of(101)))
                .hasMessage("replication is 101; it must be 1 to 100");
        assertThatThrownBy(() -> settings.withMaxMessageBytes(1))
                .hasMessage("max.message.bytes is 1; it must be 1024 to 1073741824");
        assertThatThrownBy(() -> new Retention.Bounded(Duration.ZERO, 1 << 20))
                .hasMessage("retention time is PT0S; it must be at least 1 s");
        assertThatThrownBy(() -> new Retention.Bounded(Duration.ofDays(1), 5))
                .hasMessage("retention size is 5 bytes; it must be at least 1 MiB");
        assertThatThrownBy(() -> new Topics("a b")).hasMessageStartingWith("topic prefix 'a b' is not allowed");
        assertThatThrownBy(() -> new TopicLayout(Topics.unprefixed(), Map.of(Topic.RESULTS, settings)))
                .hasMessageContaining("every topic needs some");
    }
}
