package io.fleck.serdes;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's serializer for one record, with failures that say whether waiting helps.
 *
 * <p>The schema's id is looked up before the first record of a topic; the client keeps it, so that serializing needs no
 * registry afterwards. Looked up inside Confluent's serializer, an outage and a wrong record would look the same.
 */
final class RegistrySerializer<T extends SpecificRecord> implements Serializer<T> {
    private final AvroSchema schema;
    private final FixedSchemaSerializer serializer;
    private final Registrations registrations;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    RegistrySerializer(
            Class<T> type, SchemaRegistryClient client, Map<String, ?> configuration, Registrations registrations) {
        this.schema = Subjects.schemaOf(type);
        this.serializer = new FixedSchemaSerializer(client, configuration);
        this.registrations = registrations;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        String subject = Subjects.ofValue(topic);
        if (!ready.contains(topic)) {
            registrations.require(subject, schema);
            ready.add(topic);
        }
        return serializer.write(subject, topic, value, schema);
    }

    @Override
    public void close() {
        // The client behind it is shared and belongs to the codec.
    }

    /**
     * Takes the schema that a record is registered under instead of working it out for each record: taking Java's own
     * properties out of a schema costs several times as much as writing a small record.
     */
    private static final class FixedSchemaSerializer extends KafkaAvroSerializer {
        FixedSchemaSerializer(SchemaRegistryClient client, Map<String, ?> configuration) {
            super(client, configuration);
        }

        byte @Nullable [] write(String subject, String topic, @Nullable Object value, AvroSchema schema) {
            return value == null ? null : serializeImpl(subject, topic, null, value, schema);
        }
    }
}
