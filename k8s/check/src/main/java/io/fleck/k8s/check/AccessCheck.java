package io.fleck.k8s.check;

import io.fleck.stream.access.AccessPlan;
import io.fleck.stream.access.Grant;
import io.fleck.stream.access.Role;
import io.fleck.stream.config.FleckConfig;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclOperation;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleType;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.PatternType;

/** Each role has one KafkaUser, whose rules are exactly its plan; other users only look at the line's topics. */
final class AccessCheck implements CrossCheck {
    private static final String ROLE = "fleck.io/role";

    @Override
    public void check(Overlay overlay, Findings findings) {
        overlay.configuration().config().ifPresent(config -> {
            AccessPlan plan = plan(config);
            for (Role role : Role.values()) {
                role(overlay, plan, role, findings);
            }
            overlay.manifests().all(KafkaUser.class).stream()
                    .filter(user ->
                            !Overlay.labels(user.getMetadata().getLabels()).containsKey(ROLE))
                    .forEach(user -> other(user, config, findings));
        });
    }

    private static AccessPlan plan(FleckConfig config) {
        return new AccessPlan(config.topics().layout().names(), config.kafka().applicationId());
    }

    private static void role(Overlay overlay, AccessPlan plan, Role role, Findings findings) {
        List<KafkaUser> users = overlay.manifests().all(KafkaUser.class).stream()
                .filter(user -> role.label()
                        .equals(Overlay.labels(user.getMetadata().getLabels()).get(ROLE)))
                .toList();
        findings.requireEqual("the number of KafkaUsers with " + ROLE + "=" + role.label(), users.size(), 1);
        Map<String, NavigableSet<String>> planned = new TreeMap<>();
        plan.grants(role).forEach(grant -> planned.put(resource(grant), operations(grant)));
        users.forEach(user ->
                findings.requireEqual("rules of KafkaUser " + user.getMetadata().getName(), rules(user), planned));
    }

    private static void other(KafkaUser user, FleckConfig config, Findings findings) {
        String topics = config.topics().layout().names().prefix() + "inspection.";
        rules(user).forEach((resource, operations) -> {
            if (resource.startsWith("topic " + topics) || resource.startsWith("topics from")) {
                findings.require(
                        operations.equals(new TreeSet<>(List.of("describe"))),
                        "KafkaUser " + user.getMetadata().getName() + " is no role and may " + operations + " "
                                + resource);
            }
        });
    }

    private static String resource(Grant grant) {
        return name(
                grant.resource().resourceType().name(),
                grant.resource().patternType() == PatternType.PREFIXED,
                grant.resource().name());
    }

    private static NavigableSet<String> operations(Grant grant) {
        return grant.operations().stream().map(AccessCheck::plain).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Operations by resource; a rule that denies, or one for the whole cluster, has a name that no plan has. */
    private static Map<String, NavigableSet<String>> rules(KafkaUser user) {
        Map<String, NavigableSet<String>> rules = new TreeMap<>();
        if (user.getSpec().getAuthorization() instanceof KafkaUserAuthorizationSimple simple) {
            for (AclRule rule : simple.getAcls()) {
                NavigableSet<String> operations = rules.computeIfAbsent(resource(rule), resource -> new TreeSet<>());
                rule.getOperations().stream().map(AccessCheck::plain).forEach(operations::add);
            }
        }
        return rules;
    }

    private static String resource(AclRule rule) {
        String denied = rule.getType() == AclRuleType.DENY ? "not " : "";
        AclRuleResource resource = rule.getResource();
        if (resource instanceof AclRuleTopicResource topic) {
            return denied + name("TOPIC", isPrefix(topic.getPatternType()), topic.getName());
        }
        if (resource instanceof AclRuleGroupResource group) {
            return denied + name("GROUP", isPrefix(group.getPatternType()), group.getName());
        }
        if (resource instanceof AclRuleTransactionalIdResource id) {
            return denied + name("TRANSACTIONAL_ID", isPrefix(id.getPatternType()), id.getName());
        }
        return denied + resource.getType();
    }

    private static boolean isPrefix(AclResourcePatternType type) {
        return type == AclResourcePatternType.PREFIX;
    }

    private static String name(String type, boolean prefix, String name) {
        return plain(type) + (prefix ? "s from " : " ") + name;
    }

    private static String plain(AclOperation operation) {
        return plain(operation.name());
    }

    private static String plain(org.apache.kafka.common.acl.AclOperation operation) {
        return plain(operation.name());
    }

    /** Kafka and Strimzi spell the same words differently. */
    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(java.util.Locale.ROOT);
    }
}
