package io.fleck.cluster.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.fleck.avro.Alert;
import io.fleck.avro.AnomalyEvent;
import io.fleck.avro.AnomalyMask;
import io.fleck.avro.CameraFrame;
import io.fleck.avro.FramePreview;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.OperatorFeedback;
import io.fleck.avro.StationRecipe;
import io.fleck.avro.WaferClass;
import io.fleck.avro.WaferDefectMap;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.RegistrySettings;
import io.fleck.serdes.RegistryUnavailableException;
import io.fleck.serdes.Subjects;
import io.fleck.serdes.UndecodableException;
import io.fleck.serdes.UndecodableException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InteroperabilityIT {
    private static final int RECORDS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init") // set before the first test
    private LocalCluster cluster;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private AvroCodec codec;

    static Stream<Class<? extends SpecificRecord>> records() {
        return Stream.of(
                Alert.class,
                AnomalyEvent.class,
                AnomalyMask.class,
                CameraFrame.class,
                FramePreview.class,
                InspectionResult.class,
                OperatorFeedback.class,
                StationRecipe.class,
                WaferClass.class,
                WaferDefectMap.class);
    }

    @BeforeAll
    void start() {
        cluster = LocalCluster.start(ClusterOptions.defaults());
        codec = AvroCodec.of(RegistrySettings.at(cluster.registryUrl()));
    }

    @AfterAll
    void stop() {
        codec.close();
        cluster.close();
    }

    /** Written by a plain producer, read and written again by Fleck, read by a plain consumer: nothing may change. */
    @ParameterizedTest
    @MethodSource("records")
    <T extends SpecificRecord> void shouldExchangeRecordsWithPlainClients(Class<T> type) throws Exception {
        String there = "there-" + type.getSimpleName();
        String back = "back-" + type.getSimpleName();
        codec.registrations().register(Subjects.ofValue(there), Subjects.schemaOf(type));
        codec.registrations().register(Subjects.ofValue(back), Subjects.schemaOf(type));
        cluster.createTopic(there, 1, Map.of());
        cluster.createTopic(back, 1, Map.of());
        Schema schema = Subjects.schemaOf(type).rawSchema();
        List<Object> written = new ArrayList<>();
        new RandomData(schema, RECORDS, 7).forEach(written::add);

        write(there, new KafkaAvroSerializer(), written);
        AvroDecoder<T> decoder = codec.decoder(type);
        List<T> seen = read(there, new ByteArrayDeserializer()).stream()
                .map(value -> decoder.decode(there, value))
                .toList();
        write(back, codec.serializer(type), seen);

        List<Object> read = read(back, new KafkaAvroDeserializer());
        assertThat(read)
                .as("%s records read by a plain consumer", type.getSimpleName())
                .isEqualTo(written);
        assertThat(read).as("plain records").hasOnlyElementsOfType(GenericRecord.class);
    }

    @Test
    void shouldTellPoisonFromARegistryThatIsAway() {
        String topic = "poison";
        codec.registrations().register(Subjects.ofValue(topic), Subjects.schemaOf(CameraFrame.class));
        byte[] value = frame(topic);
        byte[] unknown = value.clone();
        unknown[1] = 99;
        AvroCodec fresh = AvroCodec.of(RegistrySettings.at(cluster.registryUrl()));
        AvroDecoder<CameraFrame> decoder = fresh.decoder(CameraFrame.class);

        cluster.stopRegistry();
        assertThat(catchThrowableOfType(RegistryUnavailableException.class, () -> decoder.decode(topic, value)))
                .as("a good frame during the outage")
                .isNotNull();
        assertThat(catchThrowableOfType(RegistryUnavailableException.class, () -> decoder.decode(topic, unknown)))
                .as("an unknown id during the outage: nobody can say so yet")
                .isNotNull();
        cluster.startRegistry();
        assertThat(decoder.decode(topic, value)).as("the good frame afterwards").isNotNull();
        assertThat(catchThrowableOfType(UndecodableException.class, () -> decoder.decode(topic, unknown)))
                .as("the unknown id afterwards")
                .isNotNull()
                .extracting(UndecodableException::reason)
                .isEqualTo(Reason.UNKNOWN_SCHEMA_ID);
        fresh.close();
    }

    private byte[] frame(String topic) {
        Schema schema = Subjects.schemaOf(CameraFrame.class).rawSchema();
        Object random = new RandomData(schema, 1, 3).iterator().next();
        try (KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
            serializer.configure(plain(), false);
            return serializer.serialize(topic, random);
        }
    }

    private Map<String, Object> plain() {
        return Map.of("schema.registry.url", cluster.registryUrl(), "auto.register.schemas", false);
    }

    private <V> void write(String topic, Serializer<? super V> serializer, List<V> values) throws Exception {
        serializer.configure(plain(), false);
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "max.block.ms", 20_000),
                new StringSerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (V value : values) {
                sent.add(producer.send(new ProducerRecord<>(topic, "key", serializer.serialize(topic, value))));
            }
            for (Future<RecordMetadata> acknowledged : sent) {
                acknowledged.get();
            }
        }
    }

    private <V> List<V> read(String topic, Deserializer<V> deserializer) {
        deserializer.configure(plain(), false);
        List<V> values = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Consumer<String, V> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                deserializer)) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            while (values.size() < RECORDS && System.nanoTime() - deadline < 0) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
