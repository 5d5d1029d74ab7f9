package io.fleck.cluster.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import org.jspecify.annotations.Nullable;

/** One line of the journal. Replaying all of them in order gives the registry's whole state. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Registered.class, name = "registered"),
    @JsonSubTypes.Type(value = Change.Deleted.class, name = "deleted"),
    @JsonSubTypes.Type(value = Change.CompatibilitySet.class, name = "compatibility"),
    @JsonSubTypes.Type(value = Change.ModeSet.class, name = "mode")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Change {
    /** A schema became a version of a subject. */
    record Registered(String subject, int version, int id, String schema) implements Change {}

    /** A version was deleted: hidden, or, when permanent, forgotten. */
    record Deleted(String subject, int version, boolean permanent) implements Change {}

    /** A level was set, or taken back when it is null; for the whole registry when the subject is null. */
    record CompatibilitySet(
            @Nullable String subject, @Nullable CompatibilityLevel level) implements Change {}

    /** A mode was set, or taken back when it is null; for the whole registry when the subject is null. */
    record ModeSet(@Nullable String subject, @Nullable Mode mode) implements Change {}
}
