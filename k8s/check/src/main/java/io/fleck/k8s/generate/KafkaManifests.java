package io.fleck.k8s.generate;

import io.fleck.stream.access.AccessPlan;
import io.fleck.stream.access.Grant;
import io.fleck.stream.access.Role;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.TopicSettings;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;

/** Strimzi's resources for the topics and roles of a line. */
public final class KafkaManifests {
    private static final String HEAD = """
            # Made from the code, as %s says; a test fails when it differs. Rewrite it with
            # mvn verify -pl k8s/check -am -Dfleck.docs.write=true
            """;
    private static final String CLUSTER = "fleck";

    private KafkaManifests() {}

    /** A KafkaTopic for each topic. */
    public static String topics(TopicLayout layout) {
        StringBuilder yaml = new StringBuilder(HEAD.formatted("io.fleck.stream.topics"));
        String between = "";
        for (Topic topic : Topic.values()) {
            yaml.append(between).append(topic(layout.names().name(topic), layout.settings(topic)));
            between = "---\n";
        }
        return yaml.toString();
    }

    private static String topic(String name, TopicSettings settings) {
        StringBuilder yaml = new StringBuilder(head("KafkaTopic", name, ""))
                .append("  partitions: ")
                .append(settings.partitions())
                .append('\n');
        settings.replication()
                .ifPresent(copies -> yaml.append("  replicas: ").append(copies).append('\n'));
        yaml.append("  config:\n");
        settings.configs()
                .forEach((key, value) -> yaml.append("    ")
                        .append(key)
                        .append(": \"")
                        .append(value)
                        .append("\"\n"));
        return yaml.toString();
    }

    /** A KafkaUser for each role: the application with a certificate, the others, which come from outside, with a password. */
    public static String users(AccessPlan plan) {
        StringBuilder yaml = new StringBuilder(HEAD.formatted("io.fleck.stream.access"));
        String between = "";
        for (Role role : Role.values()) {
            yaml.append(between).append(user(plan, role));
            between = "---\n";
        }
        return yaml.toString();
    }

    private static String user(AccessPlan plan, Role role) {
        StringBuilder yaml = new StringBuilder(
                        head("KafkaUser", CLUSTER + "-" + role.label(), "    fleck.io/role: " + role.label() + "\n"))
                .append("  authentication:\n    type: ")
                .append(role == Role.APP ? "tls" : "scram-sha-512")
                .append("\n  authorization:\n    type: simple\n    acls:\n");
        plan.grants(role).forEach(grant -> yaml.append(rule(grant)));
        return yaml.toString();
    }

    private static String rule(Grant grant) {
        String prefix = grant.resource().patternType() == PatternType.PREFIXED ? "          patternType: prefix\n" : "";
        return "      - resource:\n          type: " + camel(grant.resource().resourceType(), false)
                + "\n          name: " + grant.resource().name() + "\n" + prefix + "        operations: ["
                + grant.operations().stream().map(KafkaManifests::operation).collect(Collectors.joining(", "))
                + "]\n";
    }

    private static String head(String kind, String name, String labels) {
        return "apiVersion: kafka.strimzi.io/v1\nkind: " + kind + "\nmetadata:\n  name: " + name
                + "\n  labels:\n    strimzi.io/cluster: " + CLUSTER + "\n" + labels + "spec:\n";
    }

    private static String operation(AclOperation operation) {
        return camel(operation, true);
    }

    /** {@code DESCRIBE_CONFIGS} is DescribeConfigs, {@code TRANSACTIONAL_ID} transactionalId. */
    private static String camel(Enum<?> constant, boolean capital) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            boolean upper = capital || name.length() > 0;
            name.append(upper ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word);
        }
        return name.toString();
    }
}
