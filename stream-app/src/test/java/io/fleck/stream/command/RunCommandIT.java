package io.fleck.stream.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.cluster.read.TopicReader;
import io.fleck.core.image.Image;
import io.fleck.core.render.ImageFiles;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.Eventually;
import io.fleck.stream.app.BrightnessModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own. */
final class RunCommandIT {
    private static final int SIGTERM = 143;

    @TempDir
    private Path folder;

    private Path configuration(LocalCluster cluster) throws IOException {
        BrightnessModel.write(folder.resolve("model"));
        return Files.writeString(
                folder.resolve("fleck.properties"), """
                bootstrap.servers=%s
                schema.registry.url=%s
                topics.create=true
                topics.partitions=1
                schemas.register=true
                models.brightness.path=model
                stations.default.model=brightness
                engine.name=onnxruntime
                admin.port=0
                """.formatted(cluster.bootstrapServers(), cluster.registryUrl()));
    }

    private Process run(Path configuration) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.fleck.cli.Fleck",
                        "run",
                        "--config",
                        configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("run.log").toFile())
                .start();
    }

    private static void send(LocalCluster cluster, int frames) throws Exception {
        byte[] picture = ImageFiles.png(new Image(64, 64, 1, new byte[64 * 64]));
        try (AvroCodec codec = AvroCodec.of(RegistrySettings.at(cluster.registryUrl()));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", cluster.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (int i = 0; i < frames; i++) {
                CameraFrame frame = CameraFrame.newBuilder()
                        .setId("f" + i)
                        .setCamera("cam")
                        .setStation("press")
                        .setCapturedAt(Instant.EPOCH)
                        .setSequence(i)
                        .setFormat(FrameFormat.PNG)
                        .setBytes(ByteBuffer.wrap(picture))
                        .build();
                byte[] value = codec.serializer(CameraFrame.class).serialize("inspection.frames", frame);
                producer.send(new ProducerRecord<>("inspection.frames", "cam".getBytes(StandardCharsets.UTF_8), value))
                        .get(30, TimeUnit.SECONDS);
            }
        }
    }

    private static int members(LocalCluster cluster) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            return admin.describeClassicGroups(List.of("fleck"))
                    .describedGroups()
                    .values()
                    .iterator()
                    .next()
                    .get(30, TimeUnit.SECONDS)
                    .members()
                    .size();
        }
    }

    @Test
    void shouldInspectUntilItIsToldToEndAndLeaveTheGroup() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(ClusterOptions.defaults())) {
            Process process = run(configuration(cluster));
            try (TopicReader reader = TopicReader.readCommitted(cluster.bootstrapServers())) {
                Eventually.holds("topics created", () -> topicsThere(cluster) || !process.isAlive());
                send(cluster, 5);
                assertThat(reader.readUntil(
                                List.of("inspection.results"), records -> records.size() >= 5, Duration.ofSeconds(40)))
                        .as("results; the process says: %s", Files.readString(folder.resolve("run.log")))
                        .hasSize(5);
                assertThat(members(cluster)).as("members while it runs").isPositive();
            } finally {
                process.destroy();
            }
            assertThat(process.waitFor(40, TimeUnit.SECONDS)).as("it ended").isTrue();
            assertThat(process.exitValue()).isEqualTo(SIGTERM);
            assertThat(members(cluster)).as("members left behind").isZero();
            assertThat(folder.resolve("run.log")).content().doesNotContain("Exception");
        }
    }

    private static boolean topicsThere(LocalCluster cluster) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            return admin.listTopics().names().get(30, TimeUnit.SECONDS).contains("inspection.results");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
