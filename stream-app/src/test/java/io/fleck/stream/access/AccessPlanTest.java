package io.fleck.stream.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.stream.GeneratedPage;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AccessPlanTest {
    private static final AccessPlan PLAN = new AccessPlan(new Topics("line1."), "line1-fleck");

    private static Set<String> topics(Role role, AclOperation operation) {
        return PLAN.grants(role).stream()
                .filter(grant -> grant.resource().resourceType() == ResourceType.TOPIC)
                .filter(grant -> grant.resource().patternType() == PatternType.LITERAL)
                .filter(grant -> grant.operations().contains(operation))
                .map(grant -> grant.resource().name())
                .collect(Collectors.toSet());
    }

    @Test
    void shouldEqualTheTableOnTheSecurityPage() throws IOException {
        GeneratedPage.checkPart("security.md", "roles", AccessTable.render());
    }

    @Test
    void shouldLetAGatewayOnlySend() {
        assertThat(topics(Role.GATEWAY, AclOperation.WRITE))
                .containsExactlyInAnyOrder("line1.inspection.frames", "line1.inspection.wafer-maps");
        assertThat(PLAN.grants(Role.GATEWAY))
                .allSatisfy(grant -> assertThat(grant.operations()).containsExactly(AclOperation.WRITE));
    }

    @Test
    void shouldLetAnMesOnlyRead() {
        assertThat(topics(Role.MES, AclOperation.READ))
                .containsExactlyInAnyOrder(
                        "line1.inspection.results",
                        "line1.inspection.anomalies",
                        "line1.inspection.alerts",
                        "line1.inspection.lot-summaries");
        assertThat(PLAN.grants(Role.MES))
                .allSatisfy(grant -> assertThat(grant.operations()).containsExactly(AclOperation.READ));
    }

    @Test
    void shouldLetNobodyButTheApplicationWriteWhatItFinds() {
        for (Topic found : new Topic[] {
            Topic.RESULTS, Topic.ANOMALIES, Topic.MASKS, Topic.ALERTS, Topic.DEAD_LETTERS, Topic.PREVIEWS
        }) {
            assertThat(Arrays.stream(Role.values())
                            .filter(role -> topics(role, AclOperation.WRITE).contains("line1." + found.baseName())))
                    .as("who writes %s", found)
                    .containsExactly(Role.APP);
        }
    }

    /** Its start asks whether each topic is there and takes its records. */
    @Test
    void shouldLetTheApplicationSeeEveryTopicAndWriteNoInput() {
        Set<String> all = Arrays.stream(Topic.values())
                .map(topic -> "line1." + topic.baseName())
                .collect(Collectors.toSet());
        assertThat(topics(Role.APP, AclOperation.DESCRIBE_CONFIGS)).isEqualTo(all);
        assertThat(topics(Role.APP, AclOperation.WRITE))
                .doesNotContain("line1.inspection.frames", "line1.inspection.wafer-maps", "line1.inspection.recipes");
    }

    @ParameterizedTest
    @EnumSource
    void shouldNameNothingOutsideItsLine(Role role) {
        assertThat(PLAN.grants(role))
                .isNotEmpty()
                .allSatisfy(grant -> assertThat(grant.resource().name()).startsWith("line1"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveNobodyTheWorkOfAnAdministrator(Role role) {
        assertThat(PLAN.grants(role)).allSatisfy(grant -> {
            assertThat(grant.resource().resourceType())
                    .isIn(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID);
            assertThat(grant.operations())
                    .doesNotContain(
                            AclOperation.ALL,
                            AclOperation.ALTER,
                            AclOperation.ALTER_CONFIGS,
                            AclOperation.CLUSTER_ACTION);
            if (!grant.resource().name().equals("line1-fleck-")) {
                assertThat(grant.operations()).doesNotContain(AclOperation.DELETE, AclOperation.CREATE);
            }
        });
    }

    @Test
    void shouldRefuseAGrantOfNothing() {
        ResourcePattern topic = new ResourcePattern(ResourceType.TOPIC, "frames", PatternType.LITERAL);
        assertThatThrownBy(() -> new Grant(topic, new TreeSet<>()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a grant needs at least one");
    }
}
