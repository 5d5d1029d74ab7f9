package io.fleck.serdes;

import com.google.common.base.Throwables;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serializers and decoders over one connection to a schema registry, whose cache of schemas they share.
 *
 * <p>Subjects follow TopicNameStrategy. Nothing is registered on the fly: a record whose schema is not registered is
 * refused with {@link SchemaNotRegisteredException}. What this hands out is safe for use by several threads.
 */
public final class AvroCodec implements AutoCloseable {
    private static final int SCHEMAS_PER_SUBJECT = 1_000;

    private final Map<String, Object> configuration;
    private final SchemaRegistryClient registry;
    private final RegistryErrors errors;

    private AvroCodec(RegistrySettings settings, SchemaRegistryClient registry) {
        this.registry = registry;
        this.errors = new RegistryErrors(settings.label());
        this.configuration = new HashMap<>(settings.asMap());
        configuration.put("auto.register.schemas", false);
        configuration.put("use.latest.version", false);
        configuration.put("specific.avro.reader", true);
    }

    /**
     * A codec for a registry; the first request is made when the first schema is needed.
     *
     * @throws IllegalArgumentException when a setting cannot be used, such as a truststore that is not there
     */
    public static AvroCodec of(RegistrySettings settings) {
        TrustedRecords.admit();
        return new AvroCodec(settings, connect(settings));
    }

    private static SchemaRegistryClient connect(RegistrySettings settings) {
        try {
            return SchemaRegistryClientFactory.newClient(
                    settings.urls(),
                    SCHEMAS_PER_SUBJECT,
                    List.of(new AvroSchemaProvider()),
                    settings.asMap(),
                    Map.of());
        } catch (RuntimeException e) {
            String cause = Throwables.getRootCause(e).getMessage();
            throw new IllegalArgumentException("settings of the schema registry client cannot be used: " + cause, e);
        }
    }

    /** The decode step for a record. */
    public <T extends SpecificRecord> AvroDecoder<T> decoder(Class<T> type) {
        return new AvroDecoder<>(type, registry, errors);
    }

    /**
     * Confluent's serializer for the values of one record type.
     *
     * @return a serializer that throws {@link SchemaNotRegisteredException}, or {@link RegistryUnavailableException}
     *     while the registry cannot serve and the schema's id is not known yet
     */
    public <T extends SpecificRecord> Serializer<T> serializer(Class<T> type) {
        return new RegistrySerializer<>(type, registry, configuration, registrations());
    }

    /**
     * Confluent's own deserializer, for consumers that need not tell a poisoned value from a registry outage; the
     * stream takes {@link #decoder}.
     */
    public <T extends SpecificRecord> Deserializer<T> deserializer(Class<T> type) {
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(registry, configuration);
        return (topic, value) -> type.cast(deserializer.deserialize(topic, value));
    }

    /** What is registered, and registering it. */
    public Registrations registrations() {
        return new Registrations(registry, errors);
    }

    /** Gives up the connection and every serializer and decoder with it. */
    @Override
    public void close() {
        try {
            registry.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the schema registry client", e);
        }
    }
}
