package io.fleck.stream.topics;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.fleck.serdes.Registrations;
import io.fleck.serdes.Subjects;
import io.fleck.stream.topics.SchemaState.Incompatible;
import io.fleck.stream.topics.SchemaState.Registered;
import io.fleck.stream.topics.SchemaState.Unregistered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Compares and registers the schemas of Fleck's records. */
public final class SchemaAdmin {
    private final Registrations registrations;

    /** Works through the registrations of a codec. */
    public SchemaAdmin(Registrations registrations) {
        this.registrations = registrations;
    }

    /**
     * Compares the registry with this build's schemas, changing nothing.
     *
     * @throws io.fleck.serdes.RegistryUnavailableException when the registry cannot serve
     */
    public SchemaPlan plan(Topics names) {
        List<SchemaState> states = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topic.type().ifPresent(type -> states.add(state(names.name(topic), type)));
        }
        return new SchemaPlan(states);
    }

    /**
     * Registers every schema that is not registered; none of them when one contradicts a version that is there.
     *
     * @return where they stand afterwards
     * @throws TopicsException naming what is incompatible
     * @throws io.fleck.serdes.SchemaNotRegisteredException when the registry refuses one
     * @throws io.fleck.serdes.RegistryUnavailableException when the registry cannot serve
     */
    public SchemaPlan register(Topics names) {
        SchemaPlan before = plan(names);
        if (!before.incompatible().isEmpty()) {
            throw new TopicsException("nothing registered: "
                    + before.incompatible().stream().map(SchemaState::describe).collect(Collectors.joining("; ")));
        }
        for (Topic topic : Topic.values()) {
            topic.type().ifPresent(type -> register(names.name(topic), type));
        }
        return plan(names);
    }

    private void register(String topic, Class<? extends SpecificRecord> type) {
        String subject = Subjects.ofValue(topic);
        AvroSchema schema = Subjects.schemaOf(type);
        if (registrations.id(subject, schema).isEmpty()) {
            registrations.register(subject, schema);
        }
    }

    private SchemaState state(String topic, Class<? extends SpecificRecord> type) {
        String subject = Subjects.ofValue(topic);
        AvroSchema schema = Subjects.schemaOf(type);
        Optional<Registrations.Conflict> conflict = registrations.conflict(subject, schema);
        if (conflict.isPresent()) {
            return new Incompatible(
                    subject, conflict.get().version(), conflict.get().detail());
        }
        OptionalInt id = registrations.id(subject, schema);
        return id.isPresent()
                ? new Registered(subject, id.getAsInt())
                : new Unregistered(subject, registrations.versions(subject).size());
    }
}
