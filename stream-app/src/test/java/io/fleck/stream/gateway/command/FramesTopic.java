package io.fleck.stream.gateway.command;

import io.fleck.avro.CameraFrame;
import io.fleck.cluster.LocalCluster;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The frames topic of a prefix on a cluster, made for a test and read from its beginning by a reader of its own. */
final class FramesTopic implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(50);

    private final String name;
    private final AvroCodec codec;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<CameraFrame> frames = new ArrayList<>();

    private FramesTopic(LocalCluster cluster, Topics topics) {
        this.name = topics.name(Topic.FRAMES);
        this.codec = AvroCodec.of(RegistrySettings.at(cluster.registryUrl()));
        this.consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    static FramesTopic make(LocalCluster cluster, String prefix) throws Exception {
        FramesTopic topic = new FramesTopic(cluster, new Topics(prefix));
        try (Admin admin = Admin.create(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic.name, 1, (short) 1)))
                    .all()
                    .get();
        }
        new io.fleck.stream.topics.SchemaAdmin(topic.codec.registrations()).register(new Topics(prefix));
        TopicPartition partition = new TopicPartition(topic.name, 0);
        topic.consumer.assign(List.of(partition));
        topic.consumer.seekToBeginning(List.of(partition));
        return topic;
    }

    /** Everything read so far, once it fulfils the condition. */
    List<CameraFrame> await(Predicate<List<CameraFrame>> condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.test(frames)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + LIMIT + " only " + frames.size() + " frames were there");
            }
            readMore();
        }
        return List.copyOf(frames);
    }

    /** Everything that is in the topic now. */
    List<CameraFrame> all() {
        TopicPartition partition = new TopicPartition(name, 0);
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        return await(read -> consumer.position(partition) >= end);
    }

    private void readMore() {
        consumer.poll(Duration.ofMillis(200))
                .forEach(message -> frames.add(codec.decoder(CameraFrame.class).decode(name, message.value())));
    }

    @Override
    public void close() {
        consumer.close();
        codec.close();
    }
}
