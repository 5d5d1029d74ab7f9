package io.fleck.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.WaferDefectMap;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.serdes.Subjects;
import io.fleck.stream.Eventually;
import io.fleck.stream.reconcile.OutcomeReader;
import io.fleck.stream.reconcile.Outcomes;
import io.fleck.stream.topics.DeadLetterHeaders;
import io.fleck.stream.topics.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real line sends by mistake, while the schema registry is away. */
final class BadInputIT {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static LocalCluster cluster;

    @BeforeAll
    static void start() {
        cluster = LocalCluster.start(ClusterOptions.defaults());
        BrightnessModel.write(folder.resolve("model"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static CameraFrame good(int number) {
        return Line.frame("cam-" + number % 2, number, FrameFormat.JPEG, Pictures.jpeg(number, false))
                .build();
    }

    private record Bad(String reason, CameraFrame frame) {}

    private static List<Bad> badFrames() {
        byte[] jpeg = Pictures.jpeg(100, false);
        byte[] half = Arrays.copyOf(jpeg, jpeg.length / 2);
        byte[] huge = Pictures.pngHeader(100_000, 100_000);
        CameraFrame.Builder raw = Line.frame("cam-1", 903, FrameFormat.Mono8, new byte[99]);
        return List.of(
                new Bad(
                        "IMAGE_MALFORMED",
                        Line.frame("cam-0", 900, FrameFormat.JPEG, text()).build()),
                new Bad(
                        "IMAGE_TRUNCATED",
                        Line.frame("cam-1", 901, FrameFormat.JPEG, half).build()),
                new Bad(
                        "IMAGE_TOO_LARGE",
                        Line.frame("cam-0", 902, FrameFormat.PNG, huge).build()),
                new Bad("IMAGE_TRUNCATED", raw.setWidth(10).setHeight(10).build()));
    }

    private static byte[] text() {
        return "This file is a shopping list and no picture.".repeat(20).getBytes(StandardCharsets.UTF_8);
    }

    /** A wafer map: an Avro record of the wrong schema. */
    private static byte[] waferMap(Line line) {
        WaferDefectMap map = WaferDefectMap.newBuilder()
                .setId("w")
                .setLot("lot")
                .setWafer("1")
                .setInspectedAt(Instant.EPOCH)
                .setDiameterMm(300)
                .build();
        return line.codec.serializer(WaferDefectMap.class).serialize(line.name(Topic.WAFER_MAPS), map);
    }

    /** A good frame written with a later version of the schema, which the application has never seen. */
    private static byte[] laterFrame(Line line, CameraFrame frame) {
        String schema = Subjects.schemaOf(CameraFrame.class).canonicalString();
        int end = schema.lastIndexOf("]");
        String later = schema.substring(0, end)
                + ",{\"name\":\"exposureMicros\",\"type\":\"long\",\"default\":0}"
                + schema.substring(end);
        int id = line.codec.registrations().register(Subjects.ofValue(line.name(Topic.FRAMES)), new AvroSchema(later));
        byte[] value = line.codec.serializer(CameraFrame.class).serialize(line.name(Topic.FRAMES), frame);
        // The new field comes last: a single zero byte.
        byte[] laterValue = Arrays.copyOf(value, value.length + 1);
        ByteBuffer.wrap(laterValue).putInt(1, id);
        return laterValue;
    }

    private static Map<String, String> impatient(Line line) {
        Map<String, String> settings = line.settings();
        settings.put("outage.patience", "500ms");
        settings.put("outage.retry.longest", "500ms");
        // A failed thread that stayed in its group would hold up the others for longer than this test waits.
        settings.put("kafka.consumer.session.timeout.ms", "60000");
        return settings;
    }

    private static void assertKeptAsItCame(ConsumerRecord<byte[], byte[]> letter, byte[] value, String reason) {
        assertThat(letter.value()).as("raw bytes of %s", reason).isEqualTo(value);
        assertThat(DeadLetterHeaders.text(letter.headers(), DeadLetterHeaders.REASON))
                .hasValue(reason);
        assertThat(DeadLetterHeaders.text(letter.headers(), DeadLetterHeaders.MESSAGE))
                .isPresent();
        assertThat(DeadLetterHeaders.text(letter.headers(), DeadLetterHeaders.OFFSET))
                .isPresent();
        assertThat(letter.headers().lastHeader("traceparent").value())
                .as("headers of %s", reason)
                .isEqualTo(Line.TRACE);
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> letterOf(
            List<ConsumerRecord<byte[], byte[]>> letters, byte[] value) {
        return letters.stream()
                .filter(letter -> Arrays.equals(letter.value(), value))
                .findFirst();
    }

    @Test
    void shouldKeepWhatCannotBeInspectedAndWaitForTheRegistry() throws Exception {
        try (Line line = new Line(cluster, "bad", folder);
                FleckApp app = line.start(impatient(line))) {
            line.send(good(0));
            line.await(Topic.RESULTS, 1);
            byte[] wafer = waferMap(line);
            byte[] later = laterFrame(line, good(10));
            List<Bad> bad = badFrames();

            cluster.stopRegistry();
            int sent = 1;
            for (Bad each : bad) {
                line.send(each.frame());
                line.send(good(sent++));
            }
            assertThat(line.await(Topic.DEAD_LETTERS, bad.size()))
                    .as("schemas that are known need no registry")
                    .hasSize(bad.size());
            assertThat(line.await(Topic.RESULTS, sent)).hasSize(sent);

            line.send("cam-0", later);
            line.send("cam-1", wafer);
            line.send(good(sent));
            Eventually.holds(
                    "readiness that names the registry",
                    () -> app.notReady().stream().anyMatch(problem -> problem.startsWith("registry: away")));
            Eventually.holds("the stream paused", () -> outages(app) == 1);
            assertThat(line.read(Topic.DEAD_LETTERS))
                    .as("nothing is dead-lettered because the registry is away")
                    .hasSize(bad.size());

            cluster.startRegistry();
            List<ConsumerRecord<byte[], byte[]>> letters = line.await(Topic.DEAD_LETTERS, bad.size() + 1);
            for (Bad each : bad) {
                byte[] value = line.bytes(each.frame());
                assertThat(letterOf(letters, value))
                        .hasValueSatisfying(letter -> assertKeptAsItCame(letter, value, each.reason()));
            }
            assertThat(letterOf(letters, wafer))
                    .hasValueSatisfying(letter -> assertKeptAsItCame(letter, wafer, "AVRO_WRONG_SCHEMA"));
            assertThat(line.decode(InspectionResult.class, line.await(Topic.RESULTS, sent + 2)))
                    .as("every good frame, that of the later schema among them")
                    .extracting(InspectionResult::getSequence)
                    .containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 10L);
            app.awaitReady(Line.LIMIT);
            assertReconciled(line, sent + 2, bad.size() + 1);
            assertThat(app.failure()).isEmpty();
        }
    }

    private static double outages(FleckApp app) {
        Double value = app.metrics()
                .getSampleValue("fleck_outages_total", new String[] {"dependency"}, new String[] {"registry"});
        return value == null ? 0 : value;
    }

    private static void assertReconciled(Line line, long results, long deadLetters) {
        Map<String, String> settings = Map.of("bootstrap.servers", cluster.bootstrapServers());
        try (OutcomeReader reader = OutcomeReader.open(settings, line.topics(), line.codec)) {
            Outcomes outcomes = reader.readToEnd();
            assertThat(outcomes.results()).as("results").isEqualTo(results);
            assertThat(outcomes.deadLetters()).as("dead letters").isEqualTo(deadLetters);
            assertThat(outcomes.duplicated()).as("inputs with two outcomes").isZero();
            assertThat(outcomes.reordered()).as("results out of order").isZero();
        }
    }
}
