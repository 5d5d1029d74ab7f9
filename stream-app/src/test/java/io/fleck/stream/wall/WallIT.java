package io.fleck.stream.wall;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import io.fleck.avro.FramePreview;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.SourceRecord;
import io.fleck.avro.StageTimings;
import io.fleck.avro.Verdict;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.topics.SchemaAdmin;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicAdmin;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.Topics;
import io.fleck.stream.wall.live.Browsers;
import io.fleck.stream.wall.live.Parts;
import io.fleck.stream.wall.live.WallSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The wall over a real broker and registry: what is produced is what a browser shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class WallIT {
    private static final Topics TOPICS = Topics.unprefixed();

    @SuppressWarnings("NullAway.Init")
    private LocalCluster cluster;

    @SuppressWarnings("NullAway.Init")
    private AvroCodec codec;

    @SuppressWarnings("NullAway.Init")
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    void startCluster() {
        cluster = LocalCluster.start(ClusterOptions.defaults());
        codec = AvroCodec.of(RegistrySettings.at(cluster.registryUrl()));
        Map<String, Object> address = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
        try (Admin admin = Admin.create(address)) {
            TopicAdmin topics = new TopicAdmin(admin, Duration.ofSeconds(30));
            assertThat(topics.apply(topics.plan(TopicLayout.defaults(TOPICS))).missing())
                    .isEmpty();
        }
        new SchemaAdmin(codec.registrations()).register(TOPICS);
        producer = new KafkaProducer<>(address, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterAll
    void stopCluster() {
        producer.close();
        codec.close();
        cluster.close();
    }

    @Test
    void shouldShowWhatIsProduced() throws Exception {
        Parts parts = new Parts("Brushed metal", "camera-1", 0);
        conclude(parts.next(false)); // before the wall began: not counted
        Wall.Source source = new Wall.Source(cluster.bootstrapServers(), Map.of(), codec, TOPICS);
        WallSettings settings = new WallSettings("Over Kafka", false, OptionalDouble.empty(), 0);
        try (Browsers browsers = Browsers.start();
                Wall wall = Wall.start(settings, source)) {
            Page page = browsers.browser().newPage();
            page.navigate(wall.address().toString());
            await(page, "document.querySelectorAll('.card').length === 1"); // a look back shows the latest picture
            awaitCounting(page, parts);
            long before = figure(page, "received");
            conclude(parts.next(true));
            conclude(parts.next(false));
            poison(frame(parts.next(false)));
            frame(parts.next(false));
            await(page, figureIs("received", before + 4));
            await(page, figureIs("deadLetters", 1));
            await(page, figureIs("inFlight", 1));
            assertThat(figure(page, "results")).isEqualTo(before + 2);
            assertThat(figure(page, "anomalies")).isEqualTo(1);
            assertThat(figure(page, "masks")).isEqualTo(1);
            await(page, "document.querySelectorAll('#strip li').length === 1");
            assertThat(page.locator(".card").getAttribute("data-station")).isEqualTo("Brushed metal");
        }
    }

    /** The wall counts from the moment on at which it knows the ends of the topics: waits for that. */
    private void awaitCounting(Page page, Parts parts) throws Exception {
        for (int tries = 0; tries < 50 && figure(page, "results") == 0; tries++) {
            conclude(parts.next(false));
            page.waitForTimeout(200);
        }
        assertThat(figure(page, "results")).as("results counted").isPositive();
        long seen = -1;
        while (seen != figure(page, "received") || figure(page, "inFlight") != 0) {
            seen = figure(page, "received");
            page.waitForTimeout(1_500); // several ticks: what was sent last is counted by then
        }
    }

    /** A frame, its result and its preview; a mask for an anomaly. */
    private void conclude(FramePreview preview) throws Exception {
        RecordMetadata frame = frame(preview);
        send(Topic.RESULTS, preview.getCamera(), InspectionResult.class, result(preview, frame));
        send(Topic.PREVIEWS, preview.getStation(), FramePreview.class, preview);
        if (preview.getVerdict() == Verdict.ANOMALY) {
            producer.send(new ProducerRecord<>(TOPICS.name(Topic.MASKS), key("e"), new byte[] {0, 0, 0, 0, 1}))
                    .get();
        }
    }

    private RecordMetadata frame(FramePreview preview) throws Exception {
        CameraFrame frame = CameraFrame.newBuilder()
                .setId(preview.getEventId())
                .setCamera(preview.getCamera())
                .setStation(preview.getStation())
                .setCapturedAt(Instant.now())
                .setSequence(preview.getSequence())
                .setFormat(FrameFormat.JPEG)
                .setBytes(ByteBuffer.wrap(new byte[] {1, 2, 3}))
                .build();
        return send(Topic.FRAMES, preview.getCamera(), CameraFrame.class, frame);
    }

    private void poison(RecordMetadata frame) throws Exception {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(TOPICS.name(Topic.DEAD_LETTERS), key("camera-1"), new byte[] {9});
        letter.headers()
                .add("fleck.dead-letter.topic", key(frame.topic()))
                .add("fleck.dead-letter.partition", key(Integer.toString(frame.partition())))
                .add("fleck.dead-letter.offset", key(Long.toString(frame.offset())));
        producer.send(letter).get();
    }

    private static InspectionResult result(FramePreview preview, RecordMetadata frame) {
        return InspectionResult.newBuilder()
                .setEventId(preview.getEventId())
                .setInputId(preview.getEventId())
                .setSource(new SourceRecord(frame.topic(), frame.partition(), frame.offset()))
                .setStation(preview.getStation())
                .setCamera(preview.getCamera())
                .setCapturedAt(preview.getCapturedAt())
                .setInspectedAt(Instant.now())
                .setVerdict(preview.getVerdict())
                .setScore(preview.getScore())
                .setThreshold(preview.getThreshold())
                .setTimings(StageTimings.newBuilder().build())
                .build();
    }

    private <T extends SpecificRecord> RecordMetadata send(Topic topic, String key, Class<T> type, T value)
            throws Exception {
        String name = TOPICS.name(topic);
        byte[] bytes = codec.serializer(type).serialize(name, value);
        return producer.send(new ProducerRecord<>(name, key(key), bytes)).get();
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long figure(Page page, String name) {
        return Long.parseLong(
                page.locator("[data-figure=" + name + "]").textContent().replace(",", ""));
    }

    private static String figureIs(String name, long value) {
        return "document.querySelector('[data-figure=" + name + "]').textContent.replaceAll(',', '') === '" + value
                + "'";
    }

    private static void await(Page page, String condition) {
        page.waitForFunction("() => " + condition, null, new Page.WaitForFunctionOptions().setTimeout(25_000));
    }
}
