package io.fleck.stream.app;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import io.fleck.cluster.LocalCluster;
import io.fleck.cluster.read.TopicReader;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A production line of its own on a shared cluster: its topics have a prefix; it sends frames and reads outcomes. */
final class Line implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(40);

    static final byte[] TRACE = "00-0af7651916cd43dd-01".getBytes(StandardCharsets.UTF_8);

    private final LocalCluster cluster;
    private final Topics topics;
    private final Path folder;
    final AvroCodec codec;
    private final KafkaProducer<byte[], byte[]> producer;

    Line(LocalCluster cluster, String name, Path folder) {
        this.cluster = cluster;
        this.topics = new Topics(name + ".");
        this.folder = folder;
        this.codec = AvroCodec.of(RegistrySettings.at(cluster.registryUrl()));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "max.request.size", 20 << 20, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Settings of an application with the model of {@code folder/model} for all stations. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("application.id", topics.prefix() + "app");
        settings.put("bootstrap.servers", cluster.bootstrapServers());
        settings.put("schema.registry.url", cluster.registryUrl());
        settings.put("topics.prefix", topics.prefix());
        settings.put("topics.partitions", "2");
        settings.put("topics.create", "true");
        settings.put("schemas.register", "true");
        settings.put("models.brightness.path", "model");
        settings.put("stations.default.model", "brightness");
        settings.put("engine.name", "onnxruntime");
        settings.put("admin.port", "0");
        return settings;
    }

    /** Starts an application and waits until it is ready. */
    FleckApp start(Map<String, String> settings) throws InterruptedException {
        FleckApp app = FleckApp.start(FleckConfig.of(settings, folder));
        app.awaitReady(LIMIT);
        return app;
    }

    static CameraFrame.Builder frame(String camera, long sequence, FrameFormat format, byte[] bytes) {
        return CameraFrame.newBuilder()
                .setId(camera + "-" + sequence)
                .setCamera(camera)
                .setStation("press")
                .setCapturedAt(Instant.now())
                .setSequence(sequence)
                .setFormat(format)
                .setBytes(ByteBuffer.wrap(bytes));
    }

    byte[] bytes(CameraFrame frame) {
        return codec.serializer(CameraFrame.class).serialize(name(Topic.FRAMES), frame);
    }

    void send(CameraFrame frame) {
        send(frame.getCamera(), bytes(frame));
    }

    /** Sends a value and waits for the broker's acknowledgement. */
    void send(String camera, byte[] value) {
        try {
            byte[] key = camera.getBytes(StandardCharsets.UTF_8);
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(name(Topic.FRAMES), key, value);
            record.headers().add("traceparent", TRACE);
            producer.send(record).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not acknowledged", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String name(Topic topic) {
        return topics.name(topic);
    }

    Topics topics() {
        return topics;
    }

    /** Waits until a reader of committed records sees at least that many, and returns them. */
    List<ConsumerRecord<byte[], byte[]>> await(Topic topic, int count) {
        try (TopicReader reader = TopicReader.readCommitted(cluster.bootstrapServers())) {
            return reader.readUntil(List.of(name(topic)), records -> records.size() >= count, LIMIT);
        }
    }

    /** What a reader of committed records sees now. */
    List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
        try (TopicReader reader = TopicReader.readCommitted(cluster.bootstrapServers())) {
            return reader.readAll(List.of(name(topic)), LIMIT);
        }
    }

    <T extends SpecificRecord> List<T> decode(Class<T> type, List<ConsumerRecord<byte[], byte[]>> records) {
        AvroDecoder<T> decoder = codec.decoder(type);
        return records.stream()
                .map(record -> decoder.decode(record.topic(), record.value()))
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        codec.close();
    }
}
