package io.fleck.stream.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.stream.topics.TopicDifference.OtherConfig;
import io.fleck.stream.topics.TopicDifference.TooFewPartitions;
import io.fleck.stream.topics.TopicDifference.Unchangeable;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Against a real broker; each test has a prefix, and so topics, of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TopicAdminIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init") // set before the first test
    private LocalCluster cluster;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private Admin client;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private TopicAdmin admin;

    @BeforeAll
    void start() {
        cluster = LocalCluster.start(ClusterOptions.defaults());
        client = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
        admin = new TopicAdmin(client, PATIENCE);
    }

    @AfterAll
    void stop() {
        client.close();
        cluster.close();
    }

    @Test
    void shouldBringAnEmptyClusterToTheLayoutAndFindItFineAfterwards() throws Exception {
        TopicLayout layout = layout("fresh.").withPartitions(3).withReplication(1);
        TopicPlan before = admin.plan(layout);
        assertThat(before.missing()).as("missing topics").hasSize(Topic.values().length);
        assertThat(admin.apply(before).differences())
                .as("what could not be done")
                .isEmpty();
        assertThat(admin.plan(layout).differences())
                .as("differences that the broker reports after applying")
                .isEmpty();
        assertThat(partitions("fresh.inspection.frames")).as("partitions").isEqualTo(3);
        assertThat(config("fresh.inspection.frames", "max.message.bytes"))
                .as("largest record")
                .isEqualTo("20971520");
        assertThat(config("fresh.inspection.recipes", "cleanup.policy"))
                .as("cleanup policy of recipes")
                .isEqualTo("compact");
    }

    @Test
    void shouldMendWhatDiffersAndLeaveWhatCannotBeChanged() {
        TopicLayout layout = layout("old.").withPartitions(2);
        TopicSettings results = layout.settings(Topic.RESULTS)
                .withPartitions(5)
                .withRetention(new Retention.Bounded(Duration.ofSeconds(1), 5L << 30));
        admin.createMissing(admin.plan(layout.with(Topic.RESULTS, results)
                .with(Topic.FRAMES, layout.settings(Topic.FRAMES).withPartitions(1))));
        TopicPlan plan = admin.plan(layout);
        assertThat(plan.differences())
                .as("differences")
                .contains(
                        new TooFewPartitions("old.inspection.frames", 1, 2),
                        new Unchangeable("old.inspection.results", "partitions", 5, 2),
                        new OtherConfig("old.inspection.results", "retention.ms", "1000", "2592000000", false));
        assertThat(admin.apply(plan).differences())
                .as("what stays")
                .containsExactly(new Unchangeable("old.inspection.results", "partitions", 5, 2));
        assertThat(admin.plan(layout).differences())
                .as("differences after applying")
                .containsExactly(new Unchangeable("old.inspection.results", "partitions", 5, 2));
    }

    @Test
    void shouldAskTheLeaderOfEveryNewPartitionBeforeItReturns() {
        Set<TopicPartition> asked = new HashSet<>();
        Admin recording = (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("listOffsets")) {
                        ((Map<?, ?>) arguments[0]).keySet().forEach(partition -> asked.add((TopicPartition) partition));
                    }
                    return method.invoke(client, arguments);
                });
        TopicAdmin observed = new TopicAdmin(recording, PATIENCE);
        TopicLayout layout = layout("led.").withPartitions(2);
        observed.createMissing(observed.plan(layout));
        assertThat(asked)
                .as("all of all topics")
                .hasSize(Arrays.stream(Topic.values())
                        .mapToInt(topic -> layout.settings(topic).partitions())
                        .sum())
                .contains(
                        new TopicPartition("led.inspection.frames", 0), new TopicPartition("led.inspection.frames", 1));

        asked.clear();
        observed.createMissing(observed.plan(layout));
        assertThat(asked).as("nothing is new").isEmpty();
        observed.apply(observed.plan(layout.withPartitions(3)));
        assertThat(asked)
                .as("what has grown")
                .contains(new TopicPartition("led.inspection.results", 2))
                .doesNotContain(new TopicPartition("led.inspection.recipes", 0));
    }

    @Test
    void shouldLeaveATopicAloneThatSomebodyElseCreatedMeanwhile() {
        TopicPlan plan = admin.plan(layout("race."));
        admin.createMissing(plan);
        assertThatCode(() -> admin.createMissing(plan))
                .as("creating what is there already")
                .doesNotThrowAnyException();
    }

    @Test
    void shouldNameTheTopicThatTheClusterRefuses() {
        TopicLayout tooMany = layout("refused.").withReplication(3);
        TopicPlan plan = admin.plan(tooMany);
        assertThatThrownBy(() -> admin.apply(plan))
                .isInstanceOf(TopicsException.class)
                .hasMessageContaining("creating refused.inspection.")
                .hasMessageContaining("eplication factor");
    }

    @Test
    void shouldStopTheStartNamingEveryMissingTopic() {
        TopicLayout layout = layout("none.");
        assertThatThrownBy(() -> StartCheck.topics(admin, layout, false))
                .isInstanceOf(TopicsException.class)
                .hasMessageContaining("./fleck topics plan, apply")
                .hasMessageContaining("create none.inspection.frames")
                .hasMessageContaining("create none.inspection.feedback");
    }

    @Test
    void shouldCreateAtTheStartWhereThatIsAllowed() {
        TopicLayout layout = layout("allowed.");
        StartCheck.topics(admin, layout, true);
        assertThatCode(() -> StartCheck.topics(admin, layout, false))
                .as("the start after that")
                .doesNotThrowAnyException();
    }

    @Test
    void shouldStopTheStartWhenATopicWouldRefuseFramesEvenIfItMayCreate() {
        TopicLayout layout = layout("small.");
        TopicSettings tooSmall = layout.settings(Topic.FRAMES).withMaxMessageBytes(1 << 20);
        admin.createMissing(admin.plan(layout.with(Topic.FRAMES, tooSmall)));
        assertThatThrownBy(() -> StartCheck.topics(admin, layout, true))
                .isInstanceOf(TopicsException.class)
                .hasMessageContaining("change small.inspection.frames: max.message.bytes from 1048576 to 20971520");
    }

    @Test
    void shouldStartWithARetentionThatIsOnlyDifferent() {
        TopicLayout layout = layout("kept.");
        TopicSettings shorter =
                layout.settings(Topic.RESULTS).withRetention(new Retention.Bounded(Duration.ofHours(1), 1L << 30));
        admin.createMissing(admin.plan(layout.with(Topic.RESULTS, shorter)));
        assertThatCode(() -> StartCheck.topics(admin, layout, false))
                .as("a start with a shorter retention than configured")
                .doesNotThrowAnyException();
    }

    private static TopicLayout layout(String prefix) {
        return TopicLayout.defaults(new Topics(prefix));
    }

    private int partitions(String topic) throws Exception {
        TopicDescription description =
                client.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        assertThat(description).as("description of %s", topic).isNotNull();
        return description.partitions().size();
    }

    private String config(String topic, String key) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = client.describeConfigs(List.of(resource)).all().get().get(resource);
        assertThat(config).as("settings of %s", topic).isNotNull();
        return config.get(key).value();
    }
}
