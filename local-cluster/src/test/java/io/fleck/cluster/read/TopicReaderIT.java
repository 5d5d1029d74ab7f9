package io.fleck.cluster.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class TopicReaderIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static LocalCluster cluster;

    @BeforeAll
    static void startCluster() {
        cluster = LocalCluster.start(ClusterOptions.defaults());
    }

    @AfterAll
    static void stopCluster() {
        cluster.close();
    }

    @Test
    void shouldReadEveryPartitionOfEveryTopicEachTimeFromTheBeginning() throws Exception {
        cluster.createTopic("left", 3, Map.of());
        cluster.createTopic("right", 1, Map.of());
        try (var producer = producer(Map.of());
                var reader = TopicReader.readCommitted(cluster.bootstrapServers())) {
            for (int i = 0; i < 30; i++) {
                producer.send(new ProducerRecord<>("left", i % 3, "k", "l" + i)).get();
                producer.send(new ProducerRecord<>("right", "r" + i)).get();
            }
            assertThat(reader.readAll(List.of("left", "right"), LIMIT)).hasSize(60);
            List<ConsumerRecord<byte[], byte[]>> again = reader.readAll(List.of("left"), LIMIT);
            assertThat(again).hasSize(30);
            assertThat(again.stream().filter(record -> record.partition() == 1).map(TopicReaderIT::text))
                    .containsExactly("l1", "l4", "l7", "l10", "l13", "l16", "l19", "l22", "l25", "l28");
        }
    }

    @Test
    void shouldSeeOnlyWhatIsCommittedUnlessAskedForMore() throws Exception {
        cluster.createTopic("transactions", 1, Map.of());
        List<String> topic = List.of("transactions");
        try (var producer = producer(Map.of("transactional.id", "writer"));
                var committed = TopicReader.readCommitted(cluster.bootstrapServers());
                var all = TopicReader.readUncommitted(cluster.bootstrapServers())) {
            producer.initTransactions();
            inTransaction(producer, "kept");
            producer.commitTransaction();
            inTransaction(producer, "aborted");
            producer.abortTransaction();
            inTransaction(producer, "open");
            assertThat(committed.readAll(topic, LIMIT))
                    .extracting(TopicReaderIT::text)
                    .containsExactly("kept");
            assertThat(all.readAll(topic, LIMIT))
                    .extracting(TopicReaderIT::text)
                    .containsExactly("kept", "aborted", "open");
            producer.commitTransaction();
            assertThat(committed.readAll(topic, LIMIT))
                    .extracting(TopicReaderIT::text)
                    .containsExactly("kept", "open");
        }
    }

    @Test
    void shouldWaitForWhatIsStillToCome() {
        cluster.createTopic("later", 1, Map.of());
        try (var producer = producer(Map.of());
                var reader = TopicReader.readCommitted(cluster.bootstrapServers())) {
            List<ConsumerRecord<byte[], byte[]>> read = reader.readUntil(
                    List.of("later"),
                    soFar -> {
                        send(producer, "later");
                        return soFar.size() >= 3;
                    },
                    LIMIT);
            assertThat(read).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void shouldReturnWhatThereIsWhenTimeIsUp() throws Exception {
        cluster.createTopic("few", 1, Map.of());
        try (var producer = producer(Map.of());
                var reader = TopicReader.readCommitted(cluster.bootstrapServers())) {
            producer.send(new ProducerRecord<>("few", "one")).get();
            // read once first, so that the short time is not spent on connecting
            assertThat(reader.readAll(List.of("few"), LIMIT)).hasSize(1);
            assertThat(reader.readUntil(List.of("few"), soFar -> soFar.size() >= 2, Duration.ofSeconds(2)))
                    .hasSize(1);
        }
    }

    @Test
    void shouldWaitForATopicAndNameItWhenItDoesNotCome() {
        try (var reader = TopicReader.readCommitted(cluster.bootstrapServers())) {
            assertThatThrownBy(() -> reader.readAll(List.of("nowhere"), SHORT))
                    .isInstanceOf(ReadException.class)
                    .hasMessageContaining("nowhere");
            CompletableFuture<Void> creation =
                    CompletableFuture.runAsync(() -> cluster.createTopic("nowhere", 1, Map.of()));
            assertThat(reader.readAll(List.of("nowhere"), LIMIT)).isEmpty();
            creation.join();
        }
    }

    private static void send(KafkaProducer<String, String> producer, String topic) {
        try {
            producer.send(new ProducerRecord<>(topic, "another")).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("not sent", e);
        }
    }

    private static void inTransaction(KafkaProducer<String, String> producer, String value) throws Exception {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("transactions", value)).get();
    }

    private static KafkaProducer<String, String> producer(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", cluster.bootstrapServers());
        properties.putAll(settings);
        return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
