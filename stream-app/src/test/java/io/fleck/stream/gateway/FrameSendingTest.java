package io.fleck.stream.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import java.time.Instant;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** From a source to a producer that misbehaves on demand, with a clock that the test turns. */
class FrameSendingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant CAPTURED = Instant.parse("2026-03-01T08:30:00.123456Z");

    private final TurnedClock clock = new TurnedClock(NOON);
    private final RecordingLedger ledger = new RecordingLedger();
    private final RecordingListener listener = new RecordingListener();
    private final ScriptedProducer producer = new ScriptedProducer();

    @Test
    void shouldSendInOrderAtTheRateWithTheTimeOfSending() throws InterruptedException {
        GatewayCounts counts = run(2, ListSource.of(item("a"), item("b"), item("c")));
        assertThat(producer.sent()).extracting(ScriptedProducer::nameOf).containsExactly("a", "b", "c");
        assertThat(producer.sent())
                .extracting(r -> r.timestamp() - NOON.toEpochMilli())
                .containsExactly(0L, 500L, 1000L);
        assertThat(producer.sent()).extracting(r -> r.key()).containsOnly("camera-1");
        assertThat(counts).isEqualTo(new GatewayCounts(3, 0, 0));
    }

    @Test
    void shouldWriteTheFrameThatTheSettingsDescribe() {
        FrameItem item = new FrameItem("x/a.jpg", FrameFormat.JPEG, 3, CAPTURED, () -> new byte[] {1, 2, 3});
        var assignment = ledger.assign(item, new byte[] {1, 2, 3});
        CameraFrame frame = new PreparedFrame(item, assignment, java.nio.ByteBuffer.wrap(new byte[] {1, 2, 3}))
                .toRecord(new GatewaySettings("t", "camera-1", "weld-3", "line-2", 1, 100), NOON);
        assertThat(frame.getId()).isEqualTo(FrameId.of("camera-1", 0, new byte[] {1, 2, 3}));
        assertThat(frame.getStation()).isEqualTo("weld-3");
        assertThat(frame.getLine()).isEqualTo("line-2");
        assertThat(frame.getCapturedAt()).as("time of the file, not of sending").isEqualTo(CAPTURED);
        assertThat(frame.getFormat()).isEqualTo(FrameFormat.JPEG);
        assertThat(frame.getBytes().remaining()).isEqualTo(3);
        assertThat(frame.getClaimCheck()).isNull();
    }

    @Test
    void shouldTryTheSameFrameAgainWhileTheProducerHasNoRoom() throws InterruptedException {
        producer.haveNoRoom(3);
        GatewayCounts counts = run(0, ListSource.of(item("a"), item("b")));
        assertThat(producer.sent()).extracting(ScriptedProducer::nameOf).containsExactly("a", "b");
        assertThat(clock.waits()).containsOnly(RecordSender.RETRY).hasSize(3);
        assertThat(listener.lines())
                .containsExactly(
                        "waiting: the broker does not take frames: no room in the buffer",
                        "acknowledged a",
                        "resumed",
                        "acknowledged b");
        assertThat(counts).isEqualTo(new GatewayCounts(2, 0, 0));
    }

    @Test
    void shouldWaitForARegistryThatIsAway() throws InterruptedException {
        run(0, new OutageSerializer(producer.serializer(), 4), ListSource.of(item("a"), item("b")), ledger);
        assertThat(producer.sent()).extracting(ScriptedProducer::nameOf).containsExactly("a", "b");
        assertThat(clock.waits()).hasSize(4);
        assertThat(listener.lines())
                .as("told once")
                .filteredOn(l -> l.startsWith("waiting"))
                .hasSize(1);
        assertThat(listener.lines().get(0)).contains("registry").contains("127.0.0.1:1");
    }

    @Test
    void shouldCountAFrameThatTheBrokerFindsTooLargeAndGoOn() throws InterruptedException {
        producer.answer("b", new RecordTooLargeException("larger than max.message.bytes"));
        assertThat(run(0, ListSource.of(item("a"), item("b"), item("c")))).isEqualTo(new GatewayCounts(2, 1, 0));
        assertThat(ledger.events()).contains("failed b", "acknowledged 0", "acknowledged 2");
        assertThat(listener.lines()).contains("failed b: the broker refuses it: larger than max.message.bytes");
    }

    @Test
    void shouldStopWhenTheBrokerRefusesForGood() {
        producer.answer("b", new TopicAuthorizationException("not allowed"));
        assertThatThrownBy(() -> run(0, ListSource.of(item("a"), item("b"), item("c"))))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("the broker refuses frames")
                .hasMessageContaining("not allowed");
        assertThat(producer.sent()).as("nothing after the refusal").hasSize(2);
        assertThat(ledger.events()).as("b is to be sent by the next run").doesNotContain("failed b", "acknowledged 1");
    }

    @Test
    void shouldSayWhenTheJournalCannotBeWritten() {
        assertThatThrownBy(() -> run(0, producer.serializer(), ListSource.of(item("a")), new FailingLedger()))
                .isInstanceOf(GatewayException.class)
                .hasMessage("disk full");
    }

    @Test
    void shouldGiveUpAtOnceWhenTheSchemaIsMissing() {
        Serializer<CameraFrame> unregistered =
                AvroCodec.of(RegistrySettings.at("mock://empty")).serializer(CameraFrame.class);
        assertThatThrownBy(() -> run(0, unregistered, ListSource.of(item("a")), ledger))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("not registered");
    }

    private GatewayCounts run(double rate, ListSource source) throws InterruptedException {
        return run(rate, producer.serializer(), source, ledger);
    }

    private GatewayCounts run(double rate, Serializer<CameraFrame> serializer, FrameSource source, FrameLedger numbers)
            throws InterruptedException {
        GatewaySettings settings = GatewaySettings.of("inspection.frames", "camera-1", "station-1", rate);
        FrameTransport transport = new FrameTransport(producer, serializer);
        try (Gateway gateway = FrameGateway.start(settings, source, numbers, transport, clock, listener)) {
            return gateway.await();
        }
    }

    private static FrameItem item(String name) {
        return FrameItem.of(name, FrameFormat.PNG, name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static final class FailingLedger implements FrameLedger {
        private final MemoryLedger numbers = new MemoryLedger("camera-1");

        @Override
        public Assignment assign(FrameItem item, byte[] content) {
            return numbers.assign(item, content);
        }

        @Override
        public void sync() {
            // has nothing to force
        }

        @Override
        public void acknowledged(Assignment assignment) {
            throw new GatewayException("disk full", null);
        }

        @Override
        public void failed(FrameItem item, String reason) {
            throw new GatewayException("disk full", null);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
