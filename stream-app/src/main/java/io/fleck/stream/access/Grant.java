package io.fleck.stream.access;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * What may be done with a resource of the cluster.
 *
 * @param resource a topic, group or transactional id, by its name or by what its name starts with
 * @param operations at least one; READ and WRITE include DESCRIBE, as for Kafka
 */
public record Grant(ResourcePattern resource, SortedSet<AclOperation> operations) {
    /** Keeps a copy. */
    public Grant {
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("no operation on " + resource + "; a grant needs at least one");
        }
        operations = Collections.unmodifiableSortedSet(new TreeSet<>(operations));
    }

    /** A grant of some operations. */
    static Grant of(ResourcePattern resource, Collection<AclOperation> operations) {
        return new Grant(resource, new TreeSet<>(operations));
    }
}
