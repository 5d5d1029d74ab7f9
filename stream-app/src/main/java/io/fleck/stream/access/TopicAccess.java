package io.fleck.stream.access;

import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.fleck.stream.topics.Topic;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/** Who reads and who writes each topic. A topic that is added does not compile without its line here. */
final class TopicAccess {
    private static final Set<AclOperation> READS = Set.of(READ);
    private static final Set<AclOperation> WRITES = Set.of(WRITE);
    private static final Set<AclOperation> BOTH = Set.of(READ, WRITE);

    private TopicAccess() {}

    /** Operations by role; a role that is absent has none. */
    static Map<Role, Set<AclOperation>> of(Topic topic) {
        return switch (topic) {
            // An operator writes inputs too: a dead letter is sent again to where it came from.
            case FRAMES, WAFER_MAPS -> Map.of(Role.GATEWAY, WRITES, Role.APP, READS, Role.OPERATOR, WRITES);
            case RESULTS, ANOMALIES, ALERTS, LOT_SUMMARIES ->
                Map.of(Role.APP, WRITES, Role.MES, READS, Role.OPERATOR, READS);
            case MASKS, DEAD_LETTERS, PREVIEWS, NOVEL_PATTERNS -> Map.of(Role.APP, WRITES, Role.OPERATOR, READS);
            case RECIPES, FEEDBACK -> Map.of(Role.APP, READS, Role.OPERATOR, BOTH);
            // An operator names a pattern by feedback; the application makes a class of it.
            case WAFER_CLASSES -> Map.of(Role.APP, BOTH, Role.OPERATOR, READS);
        };
    }
}
