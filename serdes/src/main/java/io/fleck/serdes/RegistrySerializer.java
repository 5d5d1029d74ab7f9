package io.fleck.serdes;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
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
    private final KafkaAvroSerializer serializer;
    private final Registrations registrations;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    RegistrySerializer(Class<T> type, KafkaAvroSerializer serializer, Registrations registrations) {
        this.schema = Subjects.schemaOf(type);
        this.serializer = serializer;
        this.registrations = registrations;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (!ready.contains(topic)) {
            registrations.require(Subjects.ofValue(topic), schema);
            ready.add(topic);
        }
        return serializer.serialize(topic, value);
    }

    @Override
    public void close() {
        // The client behind it is shared and belongs to the codec.
    }
}
