package io.fleck.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalClusterIT {
    private static final TopicPartition PARTITION = new TopicPartition("parts", 0);

    @Test
    void shouldKeepRecordsAndSchemasOverARestartInTheSameDirectory(@TempDir Path directory) throws Exception {
        ClusterOptions options = ClusterOptions.defaults().withDirectory(directory);
        try (LocalCluster cluster = LocalCluster.start(options)) {
            createTopic(cluster, 1);
            write(cluster, "first");
            assertThat(register(cluster, "\"string\"")).isEqualTo(1);
        }
        try (LocalCluster cluster = LocalCluster.start(options)) {
            write(cluster, "second");
            assertThat(readAll(cluster, 2)).containsExactly("first", "second");
            assertThat(register(cluster, "\"string\"")).isEqualTo(1);
            assertThat(register(cluster, "\"long\"")).isEqualTo(2);
        }
    }

    @Test
    void shouldGoOnWritingWhileOneOfThreeBrokersIsStopped() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(ClusterOptions.defaults().withBrokers(3))) {
            createTopic(cluster, 3);
            write(cluster, "all three");
            cluster.stopBroker(2);
            write(cluster, "two left");
            cluster.startBroker(2);
            write(cluster, "three again");
            assertThat(readAll(cluster, 3)).containsExactly("all three", "two left", "three again");
        }
    }

    @Test
    void shouldTakeTheRegistryAwayAndBringItBackOnItsPort() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(ClusterOptions.defaults())) {
            register(cluster, "\"string\"");
            cluster.stopRegistry();
            assertThatThrownBy(() -> register(cluster, "\"string\"")).isInstanceOf(ConnectException.class);
            cluster.startRegistry();
            assertThat(register(cluster, "\"string\"")).isEqualTo(1);
        }
    }

    @Test
    void shouldRefuseASecondClusterInTheSameDirectoryAndOnTheSamePort(@TempDir Path directory) {
        ClusterOptions options = ClusterOptions.defaults().withDirectory(directory);
        try (LocalCluster cluster = LocalCluster.start(options)) {
            assertThatThrownBy(() -> LocalCluster.start(options))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining(directory + " is in use by another cluster");
            int port = Integer.parseInt(cluster.bootstrapServers().split(":", 2)[1]);
            assertThatThrownBy(
                            () -> LocalCluster.start(ClusterOptions.defaults().withPort(port)))
                    .isInstanceOf(ClusterException.class)
                    .hasMessage("port " + port + " on 127.0.0.1 is in use");
        }
    }

    @Test
    void shouldDeleteATemporaryDirectory() {
        LocalCluster cluster = LocalCluster.start(ClusterOptions.defaults());
        Path directory = cluster.directory();
        assertThat(directory.resolve("broker-1")).isDirectory();
        cluster.close();
        assertThat(Files.exists(directory)).as("%s is left behind", directory).isFalse();
    }

    private static void createTopic(LocalCluster cluster, int replicas) throws Exception {
        Map<String, String> settings = Map.of("min.insync.replicas", Integer.toString(Math.min(2, replicas)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            NewTopic topic = new NewTopic(PARTITION.topic(), 1, (short) replicas).configs(settings);
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    private static void write(LocalCluster cluster, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", cluster.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), value)).get();
        }
    }

    private static List<String> readAll(LocalCluster cluster, int expected) {
        Map<String, Object> settings = Map.of("bootstrap.servers", cluster.bootstrapServers());
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < expected && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private static int register(LocalCluster cluster, String schema) throws Exception {
        try (var client = new CachedSchemaRegistryClient(cluster.registryUrl(), 10)) {
            return client.register("s-" + schema.hashCode(), new AvroSchema(schema));
        }
    }
}
