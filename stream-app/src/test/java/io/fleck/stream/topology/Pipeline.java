package io.fleck.stream.topology;

import io.fleck.avro.AnomalyEvent;
import io.fleck.avro.AnomalyMask;
import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.ModelReference;
import io.fleck.core.batch.Callers;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.claims.ClaimSettings;
import io.fleck.stream.claims.Claims;
import io.fleck.stream.claims.FetchPool;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.outage.OutagePolicy;
import io.fleck.stream.outage.Valve;
import io.fleck.stream.pending.DrainBudgets;
import io.fleck.stream.topics.SchemaAdmin;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.Topics;
import io.prometheus.client.CollectorRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology over a fake inspector and a registry in memory, without a broker. */
final class Pipeline implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.008Z");
    static final Instant SENT = Instant.ofEpochMilli(1_000);
    static final Instant CAPTURED = Instant.parse("2026-03-04T05:06:06.123456Z");
    static final ModelReference MODEL = new ModelReference("tiles", "7", "ab".repeat(32));

    final FakeInspector inspector = new FakeInspector();
    final CollectorRegistry metrics = new CollectorRegistry();
    final List<Inspected> previews = new ArrayList<>();
    final TurnedClock clock = new TurnedClock(NOW);
    final List<String> valve = new ArrayList<>();
    final TopicLayout topics;
    final AvroCodec codec;
    private final FetchPool fetches = new FetchPool(2);
    private final ScheduledExecutorService probes = Executors.newSingleThreadScheduledExecutor();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> frames;

    private Pipeline(String registry, TopicLayout topics, Optional<Station> others, Duration patience) {
        this(registry, topics, others, patience, ClaimSettings.none());
    }

    private Pipeline(
            String registry, TopicLayout topics, Optional<Station> others, Duration patience, ClaimSettings claims) {
        this.topics = topics;
        this.codec = AvroCodec.of(RegistrySettings.at(registry));
        if (registry.startsWith("mock:")) {
            new SchemaAdmin(codec.registrations()).register(topics.names());
        }
        Valve recording = new Valve() {
            @Override
            public void shut() {
                valve.add("shut");
            }

            @Override
            public void open() {
                valve.add("open");
            }
        };
        InspectionMetrics counted = new InspectionMetrics(metrics);
        // The first probe comes after the test: what happens then is CircuitTest's.
        OutagePolicy policy = new OutagePolicy(
                patience, patience.isZero() ? Duration.ofHours(1) : Duration.ofMillis(1), Duration.ofHours(1));
        Flow flow = new Flow(
                64, Duration.ofMillis(5), Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofMinutes(10));
        Topology topology = new Topology();
        InspectionTopology.addTo(
                topology,
                new InspectionTopology.Collaborators(
                        "fleck-test",
                        topics,
                        codec,
                        new Stations(Map.of("press", station()), others),
                        Claims.open(claims, 1 << 20),
                        fetches,
                        new Circuit(policy, recording, counted, probes, System::nanoTime),
                        previews::add,
                        counted,
                        new Intake.Shared(
                                new Callers(),
                                flow,
                                new DrainBudgets(flow.drainBound(), System::nanoTime),
                                clock,
                                System::nanoTime)));
        this.driver = new TopologyTestDriver(topology, properties());
        this.frames = driver.createInputTopic(
                topics.names().name(Topic.FRAMES), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** State in a folder of its own, which the driver removes. */
    private static Properties properties() {
        Properties properties = new Properties();
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG, System.getProperty("java.io.tmpdir") + "/fleck-" + UUID.randomUUID());
        return properties;
    }

    /** Stations press and, by default, all others; scores above 100 are anomalies. */
    static Pipeline start() {
        return start(TopicLayout.defaults(Topics.unprefixed()));
    }

    static Pipeline start(TopicLayout topics) {
        return new Pipeline("mock://" + UUID.randomUUID(), topics, Optional.empty(), Duration.ofSeconds(30));
    }

    /** The same with a station for all that are not listed, with another threshold and from a recipe at offset 7. */
    static Pipeline withDefaultStation(double threshold) {
        return withDefaultStation(
                new Station(MODEL, InspectionSettings.ofThreshold(threshold), new FakeInspector(), 0, null, 7L));
    }

    /** The same with any station for all that are not listed. */
    static Pipeline withDefaultStation(Station others) {
        return new Pipeline(
                "mock://" + UUID.randomUUID(),
                TopicLayout.defaults(Topics.unprefixed()),
                Optional.of(others),
                Duration.ofSeconds(30));
    }

    /** The same with a registry that nobody serves, and no patience. */
    static Pipeline withoutRegistry() {
        return new Pipeline(
                "http://127.0.0.1:1", TopicLayout.defaults(Topics.unprefixed()), Optional.empty(), Duration.ZERO);
    }

    /** The same with pictures below a folder, and no patience with it. */
    static Pipeline claiming(Path root) {
        return claiming(ClaimSettings.none().withRoots(List.of(root)), Duration.ZERO);
    }

    /** The same with pictures below a folder, and a station for all that are not listed. */
    static Pipeline claiming(Path root, Station others) {
        return new Pipeline(
                "mock://" + UUID.randomUUID(),
                TopicLayout.defaults(Topics.unprefixed()),
                Optional.of(others),
                Duration.ZERO,
                ClaimSettings.none().withRoots(List.of(root)));
    }

    /** The same with pictures in some store, and that much patience with it. */
    static Pipeline claiming(ClaimSettings claims, Duration patience) {
        return new Pipeline(
                "mock://" + UUID.randomUUID(),
                TopicLayout.defaults(Topics.unprefixed()),
                Optional.empty(),
                patience,
                claims);
    }

    private Station station() {
        return new Station(MODEL, InspectionSettings.ofThreshold(100), inspector);
    }

    static CameraFrame.Builder frame(int score) {
        return CameraFrame.newBuilder()
                .setId("frame-" + score)
                .setCamera("cam-ü1")
                .setLine("line-1")
                .setStation("press")
                .setPart("part-9")
                .setLot("lot-3")
                .setCapturedAt(CAPTURED)
                .setSequence(42)
                .setFormat(FrameFormat.Mono8)
                .setWidth(4)
                .setHeight(2)
                .setBytes(ByteBuffer.wrap(new byte[] {(byte) score, 1, 2, 3, 4, 5, 6, 7}));
    }

    /** Sends a frame under its camera's id. */
    void send(CameraFrame frame) {
        send(frame.getCamera().getBytes(StandardCharsets.UTF_8), bytes(frame), new RecordHeaders());
    }

    void send(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        frames.pipeInput(new TestRecord<>(key, value, headers, SENT));
    }

    byte[] bytes(CameraFrame frame) {
        return codec.serializer(CameraFrame.class).serialize(topics.names().name(Topic.FRAMES), frame);
    }

    List<TestRecord<byte[], byte[]>> records(Topic topic) {
        return driver.createOutputTopic(
                        topics.names().name(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    List<InspectionResult> results() {
        return read(Topic.RESULTS, InspectionResult.class);
    }

    List<AnomalyEvent> anomalies() {
        return read(Topic.ANOMALIES, AnomalyEvent.class);
    }

    List<AnomalyMask> masks() {
        return read(Topic.MASKS, AnomalyMask.class);
    }

    <T extends SpecificRecord> List<T> read(Topic topic, Class<T> type) {
        var decoder = codec.decoder(type);
        String name = topics.names().name(topic);
        return records(topic).stream()
                .map(record -> decoder.decode(name, record.value()))
                .toList();
    }

    double metric(String name, String... label) {
        String[] names = label.length == 0 ? new String[0] : new String[] {label[0]};
        String[] values = label.length == 0 ? new String[0] : new String[] {label[1]};
        Double value = metrics.getSampleValue(name, names, values);
        return value == null ? 0 : value;
    }

    @Override
    public void close() {
        driver.close();
        fetches.close();
        codec.close();
        probes.shutdownNow();
    }
}
