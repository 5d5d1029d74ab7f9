package io.fleck.stream.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class TopicScanIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RECORDS = 100;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static LocalCluster cluster;

    /** Two partitions of committed records a second apart, and an aborted one at the end of each. */
    @BeforeAll
    static void start() throws Exception {
        cluster = LocalCluster.start(ClusterOptions.defaults());
        Map<String, Object> settings = Map.of("bootstrap.servers", cluster.bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic("t", 2, (short) 1), new NewTopic("empty", 2, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "transactional.id", "scan"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < RECORDS; i++) {
                var unused = producer.send(new ProducerRecord<>("t", i % 2, i * 1000L, "k", "v" + i));
            }
            producer.commitTransaction();
            producer.beginTransaction();
            var unused = producer.send(new ProducerRecord<>("t", 0, "k", "aborted"));
            producer.flush();
            producer.abortTransaction();
        }
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static TopicScan scan(String topic) {
        return TopicScan.open(cluster.bootstrapServers(), Map.of(), topic, PATIENCE);
    }

    private static List<String> read(String topic, Instant since) {
        List<String> values = new ArrayList<>();
        try (TopicScan scan = scan(topic)) {
            scan.read(since, records -> records.forEach(record -> values.add(text(record))));
        }
        return values;
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    @Test
    void shouldReadWhatIsCommittedAndEnd() {
        assertThat(read("t", Instant.MIN))
                .hasSize(RECORDS)
                .contains("v0", "v99")
                .doesNotContain("aborted");
        assertThat(read("empty", Instant.MIN)).isEmpty();
    }

    @Test
    void shouldLeaveOutWhatIsOlder() {
        assertThat(read("t", Instant.ofEpochSecond(97))).containsExactlyInAnyOrder("v97", "v98", "v99");
        assertThat(read("t", Instant.now().plusSeconds(3600))).isEmpty();
    }

    @Test
    void shouldFindOneRecord() {
        try (TopicScan scan = scan("t")) {
            assertThat(scan.find(1, 3).map(TopicScanIT::text)).hasValue("v7");
            assertThat(scan.find(0, RECORDS / 2))
                    .as("where a transaction was marked as committed")
                    .isEmpty();
            assertThat(scan.find(1, 10_000)).as("beyond the end").isEmpty();
            assertThat(scan.find(7, 0)).as("no such partition").isEqualTo(Optional.empty());
            assertThat(scan.beginnings()).containsEntry(new TopicPartition("t", 1), 0L);
        }
    }

    @Test
    void shouldNameATopicThatIsNotThere() {
        assertThatThrownBy(() -> read("nowhere", Instant.MIN))
                .isInstanceOf(TopicsException.class)
                .hasMessageContaining("nowhere: there is no such topic");
    }

    @Test
    void shouldGiveUpOnAClusterThatDoesNotAnswer() {
        try (TopicScan scan = TopicScan.open("127.0.0.1:1", Map.of(), "t", Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> scan.find(0, 0))
                    .isInstanceOf(TopicsException.class)
                    .hasMessageStartingWith("t: ");
        }
    }
}
