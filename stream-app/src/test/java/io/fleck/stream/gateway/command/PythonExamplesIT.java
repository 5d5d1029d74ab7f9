package io.fleck.stream.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.SourceRecord;
import io.fleck.avro.StageTimings;
import io.fleck.avro.Verdict;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.gateway.FrameId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of docs/integration.md against a real broker and registry, where Python has what they need. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class PythonExamplesIT {
    private static final String ON_PATH = "python3";
    private static final String PYTHON = System.getProperty("fleck.python", ON_PATH);
    private static final Path EXAMPLES = Path.of(System.getProperty("fleck.root", ".."), "docs", "examples");
    private static final Instant CAPTURED = Instant.parse("2026-03-01T08:30:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LocalCluster cluster;

    @BeforeAll
    void startCluster() throws Exception {
        boolean able = run(PYTHON, "-c", "import confluent_kafka, fastavro").exitCode() == 0;
        if (PYTHON.equals(ON_PATH)) {
            Assumptions.assumeTrue(able, "skipped: python3 lacks confluent-kafka or fastavro; install both with pip");
        }
        assertThat(able).as("confluent-kafka and fastavro in %s", PYTHON).isTrue();
        cluster = LocalCluster.start(ClusterOptions.defaults());
    }

    @AfterAll
    void stopCluster() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void shouldSendFramesThatTheApplicationReads() throws Exception {
        byte[] content = "a picture".getBytes(StandardCharsets.UTF_8);
        Path picture = Files.write(folder.resolve("part.png"), content);
        Files.setLastModifiedTime(picture, FileTime.from(CAPTURED));
        try (FramesTopic topic = FramesTopic.make(cluster, "python.")) {
            Output output = run(
                    PYTHON,
                    script("produce_frame.py"),
                    picture.toString(),
                    "--first",
                    "41",
                    "--camera",
                    "camera-7",
                    "--topic",
                    "python.inspection.frames",
                    "--bootstrap",
                    cluster.bootstrapServers(),
                    "--registry",
                    cluster.registryUrl());
            assertThat(output.exitCode()).as(output.text()).isZero();
            CameraFrame frame = topic.await(read -> !read.isEmpty()).get(0);
            assertThat(frame.getId()).isEqualTo(FrameId.of("camera-7", 41, content));
            assertThat(frame.getSequence()).isEqualTo(41);
            assertThat(frame.getFormat()).isEqualTo(FrameFormat.PNG);
            assertThat(frame.getCapturedAt()).isEqualTo(CAPTURED);
            assertThat(frame.getBytes().remaining()).isEqualTo(content.length);
            assertThat(frame.getLine())
                    .as("default of a field that the script does not know")
                    .isEmpty();
        }
    }

    @Test
    void shouldPrintResultsThatTheApplicationWrites() throws Exception {
        FramesTopic.make(cluster, "printed.").close();
        String topic = "printed.inspection.results";
        Map<String, Object> address = Map.of("bootstrap.servers", cluster.bootstrapServers());
        try (Admin admin = Admin.create(address);
                AvroCodec codec = AvroCodec.of(RegistrySettings.at(cluster.registryUrl()));
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(address, new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            byte[] value = codec.serializer(InspectionResult.class).serialize(topic, result());
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
        Output output = run(
                PYTHON,
                script("consume_results.py"),
                "--count",
                "1",
                "--topic",
                topic,
                "--bootstrap",
                cluster.bootstrapServers(),
                "--registry",
                cluster.registryUrl());
        assertThat(output.exitCode()).as(output.text()).isZero();
        JsonNode printed = new ObjectMapper().readTree(output.text());
        assertThat(printed.path("eventId").asText()).isEqualTo("event-1");
        assertThat(printed.path("verdict").asText()).isEqualTo("ANOMALY");
        assertThat(printed.path("score").asDouble()).isEqualTo(41.5);
        assertThat(printed.path("source").path("offset").asLong()).isEqualTo(12);
    }

    private static InspectionResult result() {
        return InspectionResult.newBuilder()
                .setEventId("event-1")
                .setInputId("frame-1")
                .setSource(new SourceRecord("inspection.frames", 0, 12L))
                .setCapturedAt(CAPTURED)
                .setInspectedAt(CAPTURED.plusMillis(80))
                .setVerdict(Verdict.ANOMALY)
                .setScore(41.5)
                .setThreshold(38.5)
                .setTimings(StageTimings.newBuilder().build())
                .build();
    }

    private static String script(String name) {
        return EXAMPLES.resolve(name).toString();
    }

    private record Output(int exitCode, String text) {}

    private static Output run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                    .redirectErrorStream(true)
                    .start();
            String text;
            try (InputStream out = process.getInputStream()) {
                text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
            assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
            return new Output(process.exitValue(), text);
        } catch (IOException e) {
            return new Output(-1, e.toString());
        }
    }
}
