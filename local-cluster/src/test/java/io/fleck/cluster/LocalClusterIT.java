package io.fleck.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.fleck.cluster.read.TopicReader;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalClusterIT {
    private static final String TOPIC = "parts";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void shouldKeepRecordsAndSchemasOverARestartInTheSameDirectory(@TempDir Path directory) throws Exception {
        ClusterOptions options = ClusterOptions.defaults().withDirectory(directory);
        try (LocalCluster cluster = LocalCluster.start(options)) {
            cluster.createTopic(TOPIC, 1, Map.of());
            write(cluster, "first");
            assertThat(register(cluster, "\"string\"")).isEqualTo(1);
        }
        try (LocalCluster cluster = LocalCluster.start(options)) {
            write(cluster, "second");
            assertThat(readAll(cluster)).containsExactly("first", "second");
            assertThat(register(cluster, "\"string\"")).isEqualTo(1);
            assertThat(register(cluster, "\"long\"")).isEqualTo(2);
        }
    }

    @Test
    void shouldGoOnWritingWhileOneOfThreeBrokersIsStopped() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(ClusterOptions.defaults().withBrokers(3))) {
            cluster.createTopic(TOPIC, 1, Map.of());
            write(cluster, "all three");
            cluster.stopBroker(2);
            write(cluster, "two left");
            cluster.startBroker(2);
            write(cluster, "three again");
            assertThat(readAll(cluster)).containsExactly("all three", "two left", "three again");
        }
    }

    @Test
    void shouldLoseNothingWhenABrokerProcessIsKilled() throws Exception {
        ClusterOptions options = ClusterOptions.defaults().withBrokers(3).withOwnProcesses();
        try (LocalCluster cluster = LocalCluster.start(options)) {
            cluster.createTopic(TOPIC, 3, Map.of()); // each broker leads one partition
            writeToEach(cluster, "before");
            cluster.killBroker(1);
            writeToEach(cluster, "without");
            cluster.startBroker(1);
            writeToEach(cluster, "after");
            assertThat(readAll(cluster))
                    .containsExactlyInAnyOrder(
                            "before", "before", "before", "without", "without", "without", "after", "after", "after");
        }
    }

    @Test
    void shouldTakeTheLargestDeadLetterAtReplicationThree() throws Exception {
        byte[] value = new byte[21 << 20];
        new Random(0).nextBytes(value);
        try (LocalCluster cluster = LocalCluster.start(ClusterOptions.defaults().withBrokers(3));
                TopicReader reader = TopicReader.readCommitted(cluster.bootstrapServers())) {
            cluster.createTopic(TOPIC, 1, Map.of("min.insync.replicas", "3"));
            write(cluster, value);
            assertThat(reader.readAll(List.of(TOPIC), LIMIT))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo(value));
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
    void shouldLeaveNothingBehindAndSayWhatItWasAskedInVain() {
        LocalCluster cluster = LocalCluster.start(ClusterOptions.defaults());
        Path directory = cluster.directory();
        try (cluster) {
            assertThat(directory.resolve("broker-1")).isDirectory();
            assertThat(cluster.running()).isTrue();
            assertThatThrownBy(() -> cluster.killBroker(1))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("withOwnProcesses");
            assertThatThrownBy(() -> cluster.stopBroker(2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("broker 2: must be 1 to 1");
            cluster.createTopic(TOPIC, 1, Map.of());
            assertThatThrownBy(() -> cluster.createTopic(TOPIC, 1, Map.of()))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("topic parts cannot be created");
        }
        assertThat(cluster.running()).isFalse();
        assertThat(directory).doesNotExist();
    }

    private static void write(LocalCluster cluster, String value) throws Exception {
        write(cluster, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(LocalCluster cluster, byte[] value) throws Exception {
        try (var producer = producer(cluster)) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    private static void writeToEach(LocalCluster cluster, String value) throws Exception {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        try (var producer = producer(cluster)) {
            for (int partition = 0; partition < 3; partition++) {
                producer.send(new ProducerRecord<>(TOPIC, partition, null, bytes))
                        .get();
            }
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(LocalCluster cluster) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", cluster.bootstrapServers());
        settings.put("max.request.size", Integer.toString(22 << 20));
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static List<String> readAll(LocalCluster cluster) {
        try (TopicReader reader = TopicReader.readCommitted(cluster.bootstrapServers())) {
            return reader.readAll(List.of(TOPIC), LIMIT).stream()
                    .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .toList();
        }
    }

    private static int register(LocalCluster cluster, String schema) throws Exception {
        try (var client = new CachedSchemaRegistryClient(cluster.registryUrl(), 10)) {
            return client.register("s-" + schema.hashCode(), new AvroSchema(schema));
        }
    }
}
