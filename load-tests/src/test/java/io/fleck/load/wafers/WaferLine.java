package io.fleck.load.wafers;

import io.fleck.avro.BinMap;
import io.fleck.avro.FeedbackKind;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.OperatorFeedback;
import io.fleck.avro.WaferDefectMap;
import io.fleck.cluster.LocalCluster;
import io.fleck.cluster.read.TopicReader;
import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.gateway.wafers.LotPartitioner;
import io.fleck.stream.topics.SchemaAdmin;
import io.fleck.stream.topics.StartCheck;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicAdmin;
import io.fleck.stream.topics.Topics;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Topics, a producer and a reader of their own for one application that inspects wafers. */
final class WaferLine implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(90);

    private final LocalCluster cluster;
    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    final Topics topics;
    final AvroCodec codec;
    private final KafkaProducer<String, byte[]> producer;
    private int sent;

    /**
     * Makes topics and schemas.
     *
     * @param folder has the model in its folder {@code model}, and takes the rest
     */
    WaferLine(LocalCluster cluster, String name, Path folder) {
        this.cluster = cluster;
        this.folder = folder;
        this.topics = new Topics(name + ".");
        this.codec = AvroCodec.of(RegistrySettings.at(cluster.registryUrl()));
        settings.put("application.id", name);
        settings.put("bootstrap.servers", cluster.bootstrapServers());
        settings.put("schema.registry.url", cluster.registryUrl());
        settings.put("topics.prefix", topics.prefix());
        settings.put("topics.partitions", "4");
        settings.put("topics.replication", "1");
        settings.put("wafers.dies.model", "model");
        settings.put("engine.name", "onnxruntime");
        FleckConfig config = FleckConfig.of(settings, folder);
        try (Admin admin = Admin.create(config.kafka().admin())) {
            StartCheck.topics(new TopicAdmin(admin, LIMIT), config.topics().layout(), true);
        }
        StartCheck.schemas(new SchemaAdmin(codec.registrations()), topics, true);
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", cluster.bootstrapServers(),
                        "partitioner.class", LotPartitioner.class.getName()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Writes the configuration file of an instance. */
    Path configuration(String instance, int adminPort) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.put("state.dir", "state-" + instance);
        properties.put("admin.port", Integer.toString(adminPort));
        Path file = folder.resolve(instance + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, instance);
        }
        return file;
    }

    /** A wafer of a lot as a record. */
    static WaferDefectMap.Builder wafer(String lot, int slot, DieGrid grid) {
        List<Integer> bins = new ArrayList<>();
        for (byte die : grid.dies()) {
            bins.add(die - 1);
        }
        return WaferDefectMap.newBuilder()
                .setId(lot + "-" + slot)
                .setLot(lot)
                .setWafer("W" + slot)
                .setSlot(slot)
                .setProduct("P1")
                .setStep("M2")
                .setRecipe("R1")
                .setInspectedAt(Instant.now())
                .setDiameterMm(300)
                .setBins(new BinMap(grid.rows(), grid.columns(), bins, List.of(1)));
    }

    Future<RecordMetadata> send(WaferDefectMap map) {
        sent++;
        return send(Topic.WAFER_MAPS, map.getLot() + "/" + map.getWafer(), WaferDefectMap.class, map);
    }

    /** Sends what is no wafer map. */
    Future<RecordMetadata> sendPoison(String key) {
        sent++;
        return producer.send(new ProducerRecord<>(
                topics.name(Topic.WAFER_MAPS), key, "no wafer map".getBytes(StandardCharsets.UTF_8)));
    }

    /** An operator names a pattern. */
    void name(String eventId, String name) throws Exception {
        OperatorFeedback feedback = OperatorFeedback.newBuilder()
                .setEventId(eventId)
                .setKind(FeedbackKind.NEW_PATTERN)
                .setLabel(name)
                .setOperator("ada")
                .setAt(Instant.now())
                .build();
        send(Topic.FEEDBACK, eventId, OperatorFeedback.class, feedback).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private <T extends SpecificRecord> Future<RecordMetadata> send(Topic topic, String key, Class<T> type, T record) {
        Serializer<T> serializer = codec.serializer(type);
        String name = topics.name(topic);
        return producer.send(new ProducerRecord<>(name, key, serializer.serialize(name, record)));
    }

    /** Wafer maps sent so far, poison among them. */
    int sent() {
        return sent;
    }

    void flush() {
        producer.flush();
    }

    /** Waits until a reader of committed records sees a result on a wafer. */
    InspectionResult awaitResult(String lot, int slot) {
        return await(
                        Topic.RESULTS,
                        InspectionResult.class,
                        results -> results.stream().anyMatch(result -> is(result, lot, slot)))
                .stream()
                .filter(result -> is(result, lot, slot))
                .findFirst()
                .orElseThrow();
    }

    private static boolean is(InspectionResult result, String lot, int slot) {
        return result.getInputId().equals(lot + "-" + slot);
    }

    /** Waits for records of a topic, as a reader of committed records sees them; all that it sees then. */
    <T extends SpecificRecord> List<T> await(Topic topic, Class<T> type, Predicate<List<T>> condition) {
        try (TopicReader reader = TopicReader.readCommitted(cluster.bootstrapServers())) {
            return decode(
                    type,
                    reader.readUntil(
                            List.of(topics.name(topic)), records -> condition.test(decode(type, records)), LIMIT));
        }
    }

    /** What a reader of committed records sees now. */
    <T extends SpecificRecord> List<T> read(Topic topic, Class<T> type) {
        try (TopicReader reader = TopicReader.readCommitted(cluster.bootstrapServers())) {
            return decode(type, reader.readAll(List.of(topics.name(topic)), LIMIT));
        }
    }

    private <T extends SpecificRecord> List<T> decode(Class<T> type, List<ConsumerRecord<byte[], byte[]>> records) {
        var decoder = codec.decoder(type);
        return records.stream()
                .map(record -> decoder.decode(record.topic(), record.value()))
                .toList();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        codec.close();
    }
}
