package io.fleck.serdes;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.fleck.serdes.UndecodableException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is known of each schema id as the writer of one record. A registry never gives an id twice, so what was learnt
 * once holds, refusals included; only "unknown" is asked again. Safe for use by several threads.
 */
final class WriterSchemas<T extends SpecificRecord> {
    /** A writer's schema, held against ours. */
    sealed interface Writer<T> {}

    /** Its records can be read as ours; the reader may be shared by threads. */
    record Accepted<T>(DatumReader<T> reader) implements Writer<T> {}

    /** Its records cannot be read. */
    record Refused<T>(Reason reason, String detail) implements Writer<T> {}

    private final Schema expected;
    private final SpecificData model;
    private final SchemaRegistryClient registry;
    private final RegistryErrors errors;
    private final ConcurrentMap<Integer, Writer<T>> known = new ConcurrentHashMap<>();

    WriterSchemas(Class<T> type, SchemaRegistryClient registry, RegistryErrors errors) {
        this.expected = SpecificData.get().getSchema(type);
        // Not the model of the generated class, which all decoders would share: Avro keeps readers in it unguarded.
        this.model = new SpecificData(type.getClassLoader());
        SpecificData.getForClass(type).getConversions().forEach(model::addLogicalTypeConversion);
        this.registry = registry;
        this.errors = errors;
    }

    /** What is known of an id, asking the registry where nothing is; an id that it does not know is refused, unkept. */
    Writer<T> of(int id) {
        Writer<T> writer = known.get(id);
        return writer == null ? ask(id) : writer;
    }

    private Writer<T> ask(int id) {
        Optional<ParsedSchema> schema;
        try {
            schema = errors.ask(() -> registry.getSchemaById(id));
        } catch (RegistryUnavailableException e) {
            if (RegistryErrors.notAvro(e)) {
                return keep(id, refuse(id, Reason.UNREADABLE_SCHEMA, "is not an Avro schema"));
            }
            throw e;
        }
        if (schema.isEmpty()) {
            return new Refused<>(Reason.UNKNOWN_SCHEMA_ID, "the registry knows no schema " + id);
        }
        return keep(id, judge(id, schema.get()));
    }

    private Writer<T> judge(int id, ParsedSchema parsed) {
        if (!(parsed.rawSchema() instanceof Schema schema)) {
            return refuse(id, Reason.UNREADABLE_SCHEMA, "is of type " + parsed.schemaType() + ", not AVRO");
        }
        if (!named(schema)) {
            return refuse(id, Reason.WRONG_SCHEMA, "is of " + schema.getFullName() + ", not " + expected.getFullName());
        }
        var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(expected, schema);
        if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
            String detail =
                    compatibility.getResult().getIncompatibilities().get(0).toString();
            return refuse(id, Reason.WRONG_SCHEMA, "cannot be read as ours: " + detail);
        }
        return new Accepted<>(reader(schema));
    }

    private boolean named(Schema schema) {
        return schema.getType() == Schema.Type.RECORD
                && (schema.getFullName().equals(expected.getFullName())
                        || expected.getAliases().contains(schema.getFullName()));
    }

    /** Set up under a lock: setting up writes to the model, reading does not. */
    private synchronized DatumReader<T> reader(Schema schema) {
        try {
            return model.getFastReaderBuilder().createDatumReader(schema, expected);
        } catch (IOException e) {
            throw new UncheckedIOException("resolving " + schema.getFullName(), e);
        }
    }

    private Writer<T> keep(int id, Writer<T> writer) {
        known.put(id, writer);
        return writer;
    }

    private Writer<T> refuse(int id, Reason reason, String detail) {
        return new Refused<>(reason, "schema " + id + " " + detail);
    }
}
