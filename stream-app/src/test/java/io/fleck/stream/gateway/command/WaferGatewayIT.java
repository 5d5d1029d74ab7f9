package io.fleck.stream.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.WaferDefectMap;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.core.wafer.format.SampleMaps;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.topics.SchemaAdmin;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Wafer maps by the command against a real broker and a real registry, through kills. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
final class WaferGatewayIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LocalCluster cluster;

    @BeforeAll
    void startCluster() {
        cluster = LocalCluster.start(ClusterOptions.defaults());
    }

    @AfterAll
    void stopCluster() {
        cluster.close();
    }

    @Test
    void shouldSendEachWaferAtLeastOnceWithTheSameIdThroughAKill() throws Exception {
        Path maps = Files.createDirectories(folder.resolve("kill"));
        for (int i = 0; i < 40; i++) {
            String text = SampleMaps.KLARF_12.replace("LOT1", "LOT" + (100 + i));
            Path file = Files.writeString(maps.resolve("lot-" + (900 - i) + ".001"), text);
            Files.setLastModifiedTime(file, FileTime.from(NOON.plusSeconds(i)));
        }
        try (Maps topic = new Maps("kill.")) {
            Process gateway = startProcess(maps, "kill.", "--rate", "20");
            topic.await(read -> read.size() >= 9);
            gateway.destroyForcibly();
            assertThat(gateway.waitFor()).as("ended by SIGKILL").isEqualTo(137);
            Run last = new Run(arguments(maps, "kill."));
            assertThat(last.exitCode()).isEqualTo(ExitCode.DONE);

            Map<String, String> ids = new LinkedHashMap<>();
            for (ConsumerRecord<String, byte[]> message : topic.await(read -> topic.distinct() == 80)) {
                String id = topic.map(message).getId();
                assertThat(ids.merge(message.key(), id, (first, again) -> again))
                        .as("id of %s, each time it was sent", message.key())
                        .isEqualTo(id);
                assertThat(ids.get(message.key())).isEqualTo(id);
            }
            assertThat(ids.keySet())
                    .as("every wafer, oldest file first, by first appearance")
                    .containsExactlyElementsOf(IntStream.range(100, 140)
                            .boxed()
                            .flatMap(lot -> List.of("LOT" + lot + "/W01", "LOT" + lot + "/W02").stream())
                            .toList());
            assertThat(ids.values()).doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldWatchAndGoOnAfterAMalformedFile() throws Exception {
        Path maps = Files.createDirectories(folder.resolve("watch"));
        try (Maps topic = new Maps("watch.")) {
            Files.writeString(maps.resolve("bad.001"), SampleMaps.KLARF_12.replace("EndOfFile;", ""));
            Process gateway = startProcess(maps, "watch.", "--watch", "--settle", "300ms");
            Path part = Files.writeString(maps.resolve("good.xml.part"), SampleMaps.G85);
            Files.move(part, maps.resolve("good.xml"), StandardCopyOption.ATOMIC_MOVE);

            List<ConsumerRecord<String, byte[]>> read = topic.await(r -> r.size() >= 2);

            gateway.destroy();
            assertThat(gateway.waitFor(60, TimeUnit.SECONDS))
                    .as("ends on SIGTERM")
                    .isTrue();
            assertThat(read).extracting(ConsumerRecord::key).containsExactly("LOT3/W01", "LOT3/W02");
            assertThat(topic.map(read.get(0)).getBins().getFailBins()).containsExactly(12);
        }
    }

    @Test
    void shouldSayWhatFailed() throws Exception {
        Path maps = Files.createDirectories(folder.resolve("failed"));
        Files.writeString(maps.resolve("bad.001"), SampleMaps.KLARF_12.replace("EndOfFile;", ""));
        Files.writeString(maps.resolve("good.001"), SampleMaps.KLARF_18);
        Path figures = folder.resolve("figures.json");
        try (Maps topic = new Maps("failed.")) {
            Run run = new Run(arguments(maps, "failed.", "--json", figures.toString()));

            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            run.awaitLine("bad.001 is not sent: line 46: EndOfFile: it is missing: the file is cut off");
            assertThat(Files.readString(figures)).contains("\"sent\" : 2", "\"failed\" : 1", "\"seconds\"");
            assertThat(topic.await(read -> read.size() >= 2)).hasSize(2);
        }
    }

    private List<String> arguments(Path maps, String prefix, String... more) {
        List<String> all = new ArrayList<>(List.of("gateway", "--wafers", maps.toString(), "--prefix", prefix));
        all.addAll(List.of("--bootstrap", cluster.bootstrapServers(), "--registry", cluster.registryUrl()));
        all.addAll(List.of("--journal", folder.resolve(prefix + "journal").toString()));
        all.addAll(List.of(more));
        return all;
    }

    private Process startProcess(Path maps, String prefix, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fleck.class.getName()));
        command.addAll(arguments(maps, prefix, more));
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** The topic of a prefix, made for a test and read from its beginning. */
    private final class Maps implements AutoCloseable {
        private final String name;
        private final AvroCodec codec = AvroCodec.of(RegistrySettings.at(cluster.registryUrl()));
        private final KafkaConsumer<String, byte[]> consumer;
        private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

        Maps(String prefix) throws Exception {
            Topics topics = new Topics(prefix);
            name = topics.name(Topic.WAFER_MAPS);
            Map<String, Object> address = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
            try (Admin admin = Admin.create(address)) {
                admin.createTopics(List.of(new NewTopic(name, 1, (short) 1)))
                        .all()
                        .get();
            }
            new SchemaAdmin(codec.registrations()).register(topics);
            consumer = new KafkaConsumer<>(address, new StringDeserializer(), new ByteArrayDeserializer());
            TopicPartition partition = new TopicPartition(name, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
        }

        List<ConsumerRecord<String, byte[]>> await(Predicate<List<ConsumerRecord<String, byte[]>>> condition) {
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (!condition.test(read)) {
                assertThat(System.nanoTime())
                        .as("only %d records in time", read.size())
                        .isLessThan(deadline);
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
            return List.copyOf(read);
        }

        long distinct() {
            return read.stream().map(ConsumerRecord::key).distinct().count();
        }

        WaferDefectMap map(ConsumerRecord<String, byte[]> message) {
            return codec.decoder(WaferDefectMap.class).decode(name, message.value());
        }

        @Override
        public void close() {
            consumer.close();
            codec.close();
        }
    }
}
