package io.fleck.stream.wafers;

import io.fleck.avro.BinMap;
import io.fleck.avro.FeedbackKind;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.ModelReference;
import io.fleck.avro.OperatorFeedback;
import io.fleck.avro.WaferClass;
import io.fleck.avro.WaferDefectMap;
import io.fleck.core.batch.Callers;
import io.fleck.core.wafer.NoveltyGate;
import io.fleck.core.wafer.pattern.LatentSpace;
import io.fleck.core.wafer.pattern.PatternPolicy;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.globals.GlobalTopic;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.outage.OutagePolicy;
import io.fleck.stream.outage.Valve;
import io.fleck.stream.patterns.PatternStreams;
import io.fleck.stream.patterns.WaferClasses;
import io.fleck.stream.pending.DrainBudgets;
import io.fleck.stream.topics.SchemaAdmin;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.Topics;
import io.fleck.stream.topology.DeadLetters;
import io.fleck.stream.topology.Flow;
import io.fleck.stream.topology.Intake;
import io.prometheus.client.CollectorRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The streams of wafers over a fake classifier and a registry in memory, without a broker. */
public final class WaferPipeline implements AutoCloseable {
    /** When it begins. */
    public static final Instant NOW = Instant.parse("2026-03-04T05:06:07.008Z");

    static final ModelReference MODEL = new ModelReference("wafers", "3", "ab".repeat(32));
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration WINDOW = Duration.ofHours(24);
    private static final Instant INSPECTED = Instant.parse("2026-03-04T01:00:00Z");

    final FakeClassifier classifier = new FakeClassifier();
    private final CollectorRegistry metrics = new CollectorRegistry();
    private final TopicLayout topics = TopicLayout.defaults(Topics.unprefixed());
    private final AvroCodec codec = AvroCodec.of(RegistrySettings.at("mock://" + UUID.randomUUID()));
    private final ScheduledExecutorService probes = Executors.newSingleThreadScheduledExecutor();
    private final Topology topology;
    private final TopologyTestDriver driver;
    private Instant now = NOW;

    private WaferPipeline() {
        new SchemaAdmin(codec.registrations()).register(topics.names());
        this.topology = topology();
        Properties properties = new Properties();
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG, System.getProperty("java.io.tmpdir") + "/fleck-" + UUID.randomUUID());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "fleck-test");
        this.driver = new TopologyTestDriver(topology, properties, NOW);
    }

    /** Starts it. */
    public static WaferPipeline start() {
        return new WaferPipeline();
    }

    private Topology topology() {
        InspectionMetrics counted = new InspectionMetrics(metrics);
        Flow flow = new Flow(
                64, Duration.ofMillis(5), Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofMinutes(10));
        OutagePolicy policy = new OutagePolicy(Duration.ofSeconds(30), Duration.ofMillis(1), Duration.ofHours(1));
        Circuit circuit = new Circuit(policy, new OpenValve(), counted, probes, System::nanoTime);
        Clock clock = new TestClock();
        Map<String, LatentSpace> spaces = Map.of(
                MODEL.getDigest(), LatentSpace.of(FakeClassifier.settings()).orElseThrow());
        AvroDecoder<WaferClass> decoder = codec.decoder(WaferClass.class);
        WaferClasses classes =
                new WaferClasses(spaces, value -> decoder.decode("classes", value), counted, Duration.ofMillis(1));
        PatternStreams.Collaborators patterns = new PatternStreams.Collaborators(
                topics,
                codec,
                spaces,
                new PatternPolicy(WINDOW, 5, 0.001),
                classes,
                new DeadLetters("fleck-test", clock),
                circuit,
                counted,
                clock);
        WaferModel model = new WaferModel(MODEL, NoveltyGate.of(FakeClassifier.settings()), classifier);
        StreamsBuilder builder = new StreamsBuilder();
        WaferTopology.addTo(
                builder,
                new WaferTopology.Collaborators(
                        "fleck-test",
                        topics,
                        codec,
                        new WaferModels(Optional.of(model)),
                        Set.of("none"),
                        classes::find,
                        Optional.of(patterns),
                        IDLE,
                        circuit,
                        counted,
                        new Intake.Shared(
                                new Callers(),
                                flow,
                                new DrainBudgets(flow.drainBound(), System::nanoTime),
                                clock,
                                System::nanoTime)));
        Topology built = builder.build();
        GlobalTopic.addTo(built, "classes", topics.names().name(Topic.WAFER_CLASSES), classes);
        return built;
    }

    /** What is built. */
    Topology built() {
        return topology;
    }

    /** A wafer map that shows something. */
    static WaferDefectMap.Builder wafer(String lot, int slot, int shows) {
        return WaferDefectMap.newBuilder()
                .setId("map-" + lot + "-" + slot)
                .setLot(lot)
                .setWafer("W" + slot)
                .setSlot(slot)
                .setStep("M2")
                .setProduct("P1")
                .setTool("T" + slot % 3)
                .setRecipe("R1")
                .setInspectedAt(INSPECTED)
                .setDiameterMm(300)
                .setBins(BinMap.newBuilder()
                        .setRows(2)
                        .setColumns(2)
                        .setBins(List.of(shows, 1, 7, -1))
                        .setFailBins(List.of(7, 1))
                        .build());
    }

    void send(WaferDefectMap map) {
        send(bytes(LotOrder.key(map.getLot(), map.getWafer())), bytes(map));
    }

    /** Sends a wafer of a lot that shows a ring, which nobody has named. */
    public void ring(String lot, int slot) {
        send(wafer(lot, slot, FakeClassifier.RING).build());
    }

    /** Sends a wafer of a lot that shows another pattern that nobody has named. */
    public void spiral(String lot, int slot) {
        send(wafer(lot, slot, FakeClassifier.SPIRAL).build());
    }

    /** Sends a wafer of a lot with a signature. */
    public void center(String lot, int slot) {
        send(wafer(lot, slot, FakeClassifier.CENTER).build());
    }

    /** Sends a wafer of a lot without a signature. */
    public void good(String lot, int slot) {
        send(wafer(lot, slot, FakeClassifier.NONE).build());
    }

    void send(byte @Nullable [] key, byte @Nullable [] value) {
        pipe(Topic.WAFER_MAPS, key, value);
    }

    byte[] bytes(WaferDefectMap map) {
        return codec.serializer(WaferDefectMap.class).serialize(topics.names().name(Topic.WAFER_MAPS), map);
    }

    /** An operator names a pattern. */
    public void name(String eventId, String name) {
        say(OperatorFeedback.newBuilder()
                .setEventId(eventId)
                .setKind(FeedbackKind.NEW_PATTERN)
                .setLabel(name)
                .setOperator("ada")
                .setAt(now)
                .build());
    }

    /** An operator says something. */
    public void say(OperatorFeedback feedback) {
        byte[] value = codec.serializer(OperatorFeedback.class)
                .serialize(topics.names().name(Topic.FEEDBACK), feedback);
        pipe(Topic.FEEDBACK, bytes(feedback.getEventId()), value);
    }

    /** Sends a raw record. */
    public void pipe(Topic topic, byte @Nullable [] key, byte @Nullable [] value) {
        driver.createInputTopic(topics.names().name(topic), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, now));
    }

    /** Lets time pass, for clocks and punctuators. */
    public void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    List<TestRecord<byte[], byte[]>> records(Topic topic) {
        return driver.createOutputTopic(
                        topics.names().name(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** New results. */
    public List<InspectionResult> results() {
        return read(Topic.RESULTS, InspectionResult.class);
    }

    /** New records of a topic. */
    public <T extends SpecificRecord> List<T> read(Topic topic, Class<T> type) {
        AvroDecoder<T> decoder = codec.decoder(type);
        return records(topic).stream()
                .map(record -> decoder.decode(topic.baseName(), record.value()))
                .toList();
    }

    /** Reasons of new dead letters. */
    public List<String> deadLetters() {
        return records(Topic.DEAD_LETTERS).stream()
                .map(record -> new String(
                        record.headers().lastHeader("fleck.dead-letter.reason").value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** A metric, 0 where it has not been counted. */
    public double metric(String name, String... label) {
        String[] names = label.length == 0 ? new String[0] : new String[] {label[0]};
        String[] values = label.length == 0 ? new String[0] : new String[] {label[1]};
        Double value = metrics.getSampleValue(name, names, values);
        return value == null ? 0 : value;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        driver.close();
        codec.close();
        probes.shutdownNow();
    }

    private static final class OpenValve implements Valve {
        @Override
        public void shut() {}

        @Override
        public void open() {}
    }

    private final class TestClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone is enough");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
