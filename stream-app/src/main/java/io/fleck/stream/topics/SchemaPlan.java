package io.fleck.stream.topics;

import io.fleck.stream.topics.SchemaState.Incompatible;
import io.fleck.stream.topics.SchemaState.Unregistered;
import java.util.List;

/**
 * Where the schemas of all topics stand in a registry.
 *
 * @param states one a topic that has a record type
 */
public record SchemaPlan(List<SchemaState> states) {
    /** Keeps a copy. */
    public SchemaPlan {
        states = List.copyOf(states);
    }

    /** Whether every schema is registered and compatible. */
    public boolean fine() {
        return states.stream().allMatch(SchemaState::fine);
    }

    /** What is not registered and may be. */
    public List<Unregistered> unregistered() {
        return states.stream()
                .filter(Unregistered.class::isInstance)
                .map(Unregistered.class::cast)
                .toList();
    }

    /** What contradicts a version that is there. */
    public List<Incompatible> incompatible() {
        return states.stream()
                .filter(Incompatible.class::isInstance)
                .map(Incompatible.class::cast)
                .toList();
    }
}
