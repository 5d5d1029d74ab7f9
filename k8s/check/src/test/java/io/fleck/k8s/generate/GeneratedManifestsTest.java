package io.fleck.k8s.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.stream.access.AccessPlan;
import io.fleck.stream.access.Role;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The files under k8s/ that are made from the code, or rewritten with -Dfleck.docs.write=true. */
final class GeneratedManifestsTest {
    private static final Path K8S = Path.of(System.getProperty("fleck.root"), "k8s");

    private static void same(String file, String text) throws IOException {
        Path path = K8S.resolve(file);
        if (Boolean.getBoolean("fleck.docs.write")) {
            Files.writeString(path, text);
        }
        assertThat(path)
                .as("k8s/%s must say what the code says; rewrite it with -Dfleck.docs.write=true", file)
                .content()
                .isEqualTo(text);
    }

    @Test
    void shouldEqualTheTopicsOfTheBase() throws IOException {
        same(
                "kafka/topics.yaml",
                KafkaManifests.topics(TopicLayout.defaults(Topics.unprefixed()).withReplication(3)));
    }

    @Test
    void shouldEqualTheUsersOfTheBase() throws IOException {
        same("kafka/users.yaml", KafkaManifests.users(new AccessPlan(Topics.unprefixed(), "fleck")));
    }

    @Test
    void shouldEqualTheRulesOfPrometheus() throws IOException {
        same(
                "monitoring/prometheus-rule.yaml",
                MonitoringManifests.rule(Files.readString(K8S.resolve("monitoring/fleck.rules.yaml"))));
    }

    @Test
    void shouldNameEveryTopicAndRoleOfALine() {
        Topics names = new Topics("line1.");
        String topics = KafkaManifests.topics(TopicLayout.defaults(names));
        String users = KafkaManifests.users(new AccessPlan(names, "line1"));
        for (Topic topic : Topic.values()) {
            assertThat(topics).contains("  name: " + names.name(topic) + "\n");
        }
        for (Role role : Role.values()) {
            assertThat(users).contains("  name: fleck-" + role.label() + "\n");
        }
        assertThat(users)
                .contains("type: transactionalId")
                .contains("DescribeConfigs")
                .doesNotContain("name: inspection");
        assertThat(topics).as("copies are the brokers' own").doesNotContain("replicas:");
    }
}
