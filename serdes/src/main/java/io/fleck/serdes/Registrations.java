package io.fleck.serdes;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is registered under a subject, and registering it. Ids that were looked up here are known to every serializer of
 * the same codec, which then needs no registry for them.
 */
public final class Registrations {
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final SchemaRegistryClient registry;
    private final RegistryErrors errors;

    Registrations(SchemaRegistryClient registry, RegistryErrors errors) {
        this.registry = registry;
        this.errors = errors;
    }

    /**
     * A way in which a registered version and a schema contradict each other.
     *
     * @param version number of the version
     * @param detail the first contradiction, one line
     */
    public record Conflict(int version, String detail) {}

    /** The id of exactly this schema under a subject; empty when it is not registered there. */
    public OptionalInt id(String subject, AvroSchema schema) {
        return errors.ask(() -> OptionalInt.of(registry.getId(subject, schema))).orElse(OptionalInt.empty());
    }

    /** The version numbers of a subject in ascending order; empty when there is no such subject. */
    public List<Integer> versions(String subject) {
        return errors.ask(() -> registry.getAllVersions(subject)).orElse(List.of());
    }

    /**
     * The first version of a subject that could not be read with a schema or the other way round (FULL_TRANSITIVE),
     * whatever level the registry itself enforces.
     */
    public Optional<Conflict> conflict(String subject, AvroSchema schema) {
        for (int version : versions(subject)) {
            Optional<Conflict> conflict =
                    errors.ask(() -> read(subject, version)).flatMap(there -> compare(version, there, schema));
            if (conflict.isPresent()) {
                return conflict;
            }
        }
        return Optional.empty();
    }

    /**
     * Registers a schema. A new subject is held to FULL_TRANSITIVE from then on.
     *
     * @return the registry's id
     * @throws SchemaNotRegisteredException when the registry refuses it
     * @throws RegistryUnavailableException when the registry cannot serve
     */
    public int register(String subject, AvroSchema schema) {
        if (versions(subject).isEmpty()) {
            Config level = new Config(CompatibilityLevel.FULL_TRANSITIVE.name);
            errors.ask(() -> registry.updateConfig(subject, level));
        }
        try {
            return errors.ask(() -> registry.register(subject, schema))
                    .orElseThrow(() -> new SchemaNotRegisteredException(
                            errors.registry() + " does not take " + schema.name() + " under " + subject, null));
        } catch (RegistryUnavailableException e) {
            if (e.getCause() instanceof RestClientException answer && refused(answer)) {
                throw new SchemaNotRegisteredException(
                        schema.name() + " was refused under " + subject + ": " + answer.getMessage(), answer);
            }
            throw e;
        }
    }

    /**
     * Makes sure that a schema is registered and its id known to this codec.
     *
     * @throws SchemaNotRegisteredException when it is not
     * @throws RegistryUnavailableException when the registry cannot serve
     */
    public void require(String subject, AvroSchema schema) {
        if (id(subject, schema).isEmpty()) {
            throw new SchemaNotRegisteredException(
                    schema.name() + " is not registered under " + subject + " at schema registry " + errors.registry(),
                    null);
        }
    }

    private static boolean refused(RestClientException answer) {
        return answer.getStatus() == CONFLICT || answer.getStatus() == UNPROCESSABLE;
    }

    private ParsedSchema read(String subject, int version) throws IOException, RestClientException {
        SchemaMetadata there = registry.getSchemaMetadata(subject, version);
        return registry.parseSchema(there.getSchemaType(), there.getSchema(), there.getReferences())
                .orElseThrow(() -> new IOException("version " + version + " of " + subject + " is not an Avro schema"));
    }

    private static Optional<Conflict> compare(int version, ParsedSchema there, AvroSchema schema) {
        List<String> contradictions = new ArrayList<>(schema.isBackwardCompatible(there));
        contradictions.addAll(there.isBackwardCompatible(schema));
        return contradictions.stream().findFirst().map(detail -> new Conflict(version, detail));
    }
}
