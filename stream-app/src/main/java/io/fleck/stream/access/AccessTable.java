package io.fleck.stream.access;

import io.fleck.stream.topics.Topics;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The table of docs/security.md: what each role may do with each resource. */
final class AccessTable {
    private AccessTable() {}

    /** For a line without a prefix and the default application id. */
    static String render() {
        AccessPlan plan = new AccessPlan(Topics.unprefixed(), "fleck");
        Map<ResourcePattern, Map<Role, SortedSet<AclOperation>>> rows = new LinkedHashMap<>();
        for (ResourceType type :
                new ResourceType[] {ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID}) {
            collect(plan, type, rows);
        }
        StringBuilder table = new StringBuilder("| resource |");
        StringBuilder rule = new StringBuilder("|---|");
        for (Role role : Role.values()) {
            table.append(' ').append(role.label()).append(" |");
            rule.append("---|");
        }
        table.append('\n').append(rule).append('\n');
        rows.forEach((resource, byRole) -> table.append(row(resource, byRole)));
        return table.toString();
    }

    /** In the order of the application's grants, which name every topic, then of what only others have. */
    private static void collect(
            AccessPlan plan, ResourceType type, Map<ResourcePattern, Map<Role, SortedSet<AclOperation>>> rows) {
        for (Role role : new Role[] {Role.APP, Role.GATEWAY, Role.MES, Role.OPERATOR}) {
            plan.grants(role).stream()
                    .filter(grant -> grant.resource().resourceType() == type)
                    .forEach(grant -> rows.computeIfAbsent(grant.resource(), resource -> new LinkedHashMap<>())
                            .put(role, grant.operations()));
        }
    }

    private static String row(ResourcePattern resource, Map<Role, SortedSet<AclOperation>> byRole) {
        StringBuilder row = new StringBuilder("| ")
                .append(words(resource.resourceType()))
                .append(resource.patternType() == PatternType.PREFIXED ? "s from `" : " `")
                .append(resource.name())
                .append("` |");
        for (Role role : Role.values()) {
            SortedSet<AclOperation> operations = byRole.get(role);
            row.append(' ')
                    .append(
                            operations == null
                                    ? ""
                                    : operations.stream()
                                            .map(AccessTable::words)
                                            .collect(Collectors.joining(", ")))
                    .append(" |");
        }
        return row.append('\n').toString();
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
