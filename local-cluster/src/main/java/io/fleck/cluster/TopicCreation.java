package io.fleck.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Creates a topic and waits until it can be written to. */
final class TopicCreation {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private TopicCreation() {}

    /**
     * Returns when every partition's leader takes requests. A topic is known somewhat earlier, and a producer that writes
     * in between can lose the order of its first batches for good: the broker refuses the first one, takes the second one
     * and then calls the first one out of order until it expires.
     *
     * @throws ClusterException when there is one of that name already, or a setting is wrong
     */
    static void create(String bootstrapServers, NewTopic topic) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(List.of(topic)).all().get();
            awaitLeaders(bootstrapServers, topic);
        } catch (ExecutionException | KafkaException e) {
            throw new ClusterException("topic " + topic.name() + " cannot be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("topic " + topic.name() + " was not created: interrupted", e);
        }
    }

    /** Only a leader tells where its partition ends; a consumer, unlike an admin client, asks until there is one. */
    private static void awaitLeaders(String bootstrapServers, NewTopic topic) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        List<TopicPartition> partitions = IntStream.range(0, topic.numPartitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.endOffsets(partitions, LIMIT);
        }
    }
}
