package io.fleck.stream.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.stream.topics.TopicDifference.Missing;
import io.fleck.stream.topics.TopicDifference.OtherConfig;
import io.fleck.stream.topics.TopicDifference.TooFewPartitions;
import io.fleck.stream.topics.TopicDifference.Unchangeable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TopicPlanTest {
    private static final TopicLayout LAYOUT =
            TopicLayout.defaults(new Topics("line1.")).withPartitions(4).withReplication(3);
    private static final String FRAMES = "line1.inspection.frames";
    private static final String RECIPES = "line1.inspection.recipes";

    @Test
    void shouldFindNothingToDoWhereAllIsAsWanted() {
        TopicPlan plan = TopicPlan.of(LAYOUT, asWanted());
        assertThat(plan.differences()).as("differences of a cluster as wanted").isEmpty();
        assertThat(plan.fine()).as("fine").isTrue();
    }

    @Test
    void shouldCreateEveryTopicOnAnEmptyCluster() {
        TopicPlan plan = TopicPlan.of(LAYOUT, Map.of());
        assertThat(plan.missing())
                .as("missing topics")
                .extracting(Missing::topic)
                .containsExactly(
                        Arrays.stream(Topic.values()).map(LAYOUT.names()::name).toArray(String[]::new));
        assertThat(plan.blocking()).as("each one blocks the start").hasSize(Topic.values().length);
        assertThat(plan.missing().get(0).describe())
                .as("line for people")
                .startsWith("create line1.inspection.frames: 4 partitions, 3 copies, {cleanup.policy=delete, ");
    }

    @Test
    void shouldExtendPartitionsButNeverShrinkThem() {
        Map<String, ExistingTopic> existing = asWanted();
        existing.computeIfPresent(FRAMES, (name, topic) -> new ExistingTopic(2, 3, topic.configs()));
        existing.computeIfPresent(RECIPES, (name, topic) -> new ExistingTopic(5, 3, topic.configs()));
        TopicPlan plan = TopicPlan.of(LAYOUT, existing);
        assertThat(plan.differences())
                .as("differences in partitions")
                .containsExactly(new TooFewPartitions(FRAMES, 2, 4), new Unchangeable(RECIPES, "partitions", 5, 1));
        assertThat(plan.blocking()).as("the application works all the same").isEmpty();
    }

    @Test
    void shouldLeaveAnotherNumberOfCopiesToPeople() {
        Map<String, ExistingTopic> existing = asWanted();
        existing.computeIfPresent(FRAMES, (name, topic) -> new ExistingTopic(4, 1, topic.configs()));
        assertThat(TopicPlan.of(LAYOUT, existing).differences())
                .as("differences in copies")
                .containsExactly(new Unchangeable(FRAMES, "copies", 1, 3));
    }

    @Test
    void shouldNotMindTheNumberOfCopiesWhereNoneIsAskedFor() {
        Map<String, ExistingTopic> existing = new HashMap<>();
        TopicLayout any = TopicLayout.defaults(Topics.unprefixed());
        Arrays.stream(Topic.values()).forEach(topic -> existing.put(any.names().name(topic), existing(any, topic, 7)));
        assertThat(TopicPlan.of(any, existing).differences())
                .as("differences without a wanted number of copies")
                .isEmpty();
    }

    @Test
    void shouldBlockOnlyOnSettingsThatLoseOrRefuseRecords() {
        Map<String, ExistingTopic> existing = asWanted();
        set(existing, FRAMES, "max.message.bytes", "1048588");
        set(existing, FRAMES, "retention.ms", "1000");
        set(existing, RECIPES, "cleanup.policy", "delete");
        TopicPlan plan = TopicPlan.of(LAYOUT, existing);
        assertThat(plan.differences())
                .as("all differences")
                .containsExactly(
                        new OtherConfig(FRAMES, "max.message.bytes", "1048588", "20971520", true),
                        new OtherConfig(FRAMES, "retention.ms", "1000", "604800000", false),
                        new OtherConfig(RECIPES, "cleanup.policy", "delete", "compact", true));
        assertThat(plan.blocking()).as("those that block").hasSize(2);
    }

    @Test
    void shouldNotBlockOnATopicThatTakesLargerRecords() {
        Map<String, ExistingTopic> existing = asWanted();
        set(existing, FRAMES, "max.message.bytes", "99999999");
        TopicPlan plan = TopicPlan.of(LAYOUT, existing);
        assertThat(plan.differences()).as("differences").hasSize(1);
        assertThat(plan.blocking()).as("those that block").isEmpty();
    }

    @Test
    void shouldBlockOnASettingThatTheClusterDoesNotName() {
        Map<String, ExistingTopic> existing = asWanted();
        existing.put(FRAMES, new ExistingTopic(4, 3, Map.of()));
        assertThat(TopicPlan.of(LAYOUT, existing).blocking())
                .as("unknown limit and policy")
                .extracting(TopicDifference::describe)
                .containsExactly(
                        "change line1.inspection.frames: cleanup.policy from  to delete",
                        "change line1.inspection.frames: max.message.bytes from  to 20971520");
    }

    private static Map<String, ExistingTopic> asWanted() {
        Map<String, ExistingTopic> existing = new HashMap<>();
        Arrays.stream(Topic.values())
                .forEach(topic -> existing.put(LAYOUT.names().name(topic), existing(LAYOUT, topic, 3)));
        existing.put("somebody.else", new ExistingTopic(1, 1, Map.of()));
        return existing;
    }

    private static ExistingTopic existing(TopicLayout layout, Topic topic, int copies) {
        TopicSettings settings = layout.settings(topic);
        Map<String, String> configs = new HashMap<>(settings.configs());
        configs.put("compression.type", "producer");
        return new ExistingTopic(settings.partitions(), copies, configs);
    }

    private static void set(Map<String, ExistingTopic> existing, String topic, String key, String value) {
        existing.computeIfPresent(topic, (name, there) -> {
            Map<String, String> configs = new HashMap<>(there.configs());
            configs.put(key, value);
            return new ExistingTopic(there.partitions(), there.replication(), configs);
        });
    }
}
