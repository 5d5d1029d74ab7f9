package io.fleck.serdes;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Confluent's serializer for one record, whose failures say whether waiting helps. */
final class RegistrySerializer<T extends SpecificRecord> implements Serializer<T> {
    private final String record;
    private final KafkaAvroSerializer serializer;
    private final RegistryErrors errors;

    RegistrySerializer(Class<T> type, KafkaAvroSerializer serializer, RegistryErrors errors) {
        this.record = type.getSimpleName();
        this.serializer = serializer;
        this.errors = errors;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        try {
            return serializer.serialize(topic, value);
        } catch (KafkaException e) {
            throw errors.ofSerializer(topic, record, e);
        }
    }

    @Override
    public void close() {
        // The client behind it is shared and belongs to the codec.
    }
}
