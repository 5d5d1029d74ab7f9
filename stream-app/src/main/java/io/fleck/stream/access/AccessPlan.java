package io.fleck.stream.access;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.fleck.stream.deadletters.Replayer;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The least that each role needs on a cluster whose authorizer refuses everything else.
 *
 * <p>Names start with the line's prefix, so that one line's gateways cannot reach another's topics. Application ids of
 * lines that share a cluster must not continue each other after a dash ({@code fleck} and {@code fleck-2}): what Kafka
 * Streams keeps for one starts with its id and a dash.
 *
 * @param names names of the topics
 * @param applicationId the application's {@code application.id}
 */
public record AccessPlan(Topics names, String applicationId) {
    private static final String MES_GROUPS = "mes";

    /** Everything that a role may do, topics in the order of {@link Topic} first. */
    public List<Grant> grants(Role role) {
        List<Grant> grants = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            Set<AclOperation> operations = operations(role, topic);
            if (!operations.isEmpty()) {
                grants.add(Grant.of(literal(ResourceType.TOPIC, names.name(topic)), operations));
            }
        }
        grants.addAll(besideTopics(role));
        return grants;
    }

    /** The application looks at every topic when it starts: whether it is there and takes its records. */
    private static Set<AclOperation> operations(Role role, Topic topic) {
        Set<AclOperation> operations = EnumSet.noneOf(AclOperation.class);
        operations.addAll(TopicAccess.of(topic).getOrDefault(role, Set.of()));
        if (role == Role.APP) {
            operations.addAll(Set.of(DESCRIBE, DESCRIBE_CONFIGS));
        }
        return operations;
    }

    private List<Grant> besideTopics(Role role) {
        return switch (role) {
            case GATEWAY -> List.of();
            case APP ->
                List.of(
                        // What was read of a repartition topic is deleted.
                        Grant.of(
                                prefixed(ResourceType.TOPIC, own()),
                                Set.of(CREATE, DELETE, DESCRIBE_CONFIGS, READ, WRITE)),
                        Grant.of(literal(ResourceType.GROUP, applicationId), Set.of(READ)),
                        Grant.of(prefixed(ResourceType.TRANSACTIONAL_ID, own()), Set.of(WRITE)));
            case MES -> List.of(Grant.of(prefixed(ResourceType.GROUP, names.prefix() + MES_GROUPS), Set.of(READ)));
            case OPERATOR ->
                List.of(
                        Grant.of(literal(ResourceType.GROUP, Replayer.groupOf(names)), Set.of(READ)),
                        Grant.of(literal(ResourceType.TRANSACTIONAL_ID, Replayer.groupOf(names)), Set.of(WRITE)));
        };
    }

    /** Start of the names that Kafka Streams gives: changelogs of stores, transactions of threads. */
    private String own() {
        return applicationId + "-";
    }

    private static ResourcePattern literal(ResourceType type, String name) {
        return new ResourcePattern(type, name, PatternType.LITERAL);
    }

    private static ResourcePattern prefixed(ResourceType type, String start) {
        return new ResourcePattern(type, start, PatternType.PREFIXED);
    }
}
