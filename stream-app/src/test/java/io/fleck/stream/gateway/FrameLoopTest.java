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

/** The whole loop on the test's thread, with a clock of its own and a producer that misbehaves on demand. */
class FrameLoopTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant CAPTURED = Instant.parse("2026-03-01T08:30:00.123456Z");

    private final TurnedClock clock = new TurnedClock(NOON);
    private final RecordingLedger ledger = new RecordingLedger();
    private final RecordingListener listener = new RecordingListener();
    private final Outcomes outcomes = new Outcomes(ledger, listener);
    private final ScriptedProducer producer = new ScriptedProducer();

    @Test
    void shouldSendInOrderAtTheRateWithTheTimeOfSending() throws InterruptedException {
        run(2, ListSource.of(item("a"), item("b"), item("c")));
        assertThat(producer.sent()).extracting(ScriptedProducer::nameOf).containsExactly("a", "b", "c");
        assertThat(producer.sent())
                .extracting(r -> r.timestamp() - NOON.toEpochMilli())
                .containsExactly(0L, 500L, 1000L);
        assertThat(producer.sent()).extracting(r -> r.key()).containsOnly("camera-1");
        assertThat(outcomes.counts()).isEqualTo(new GatewayCounts(3, 0, 0));
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
        run(0, ListSource.of(item("a"), item("b")));
        assertThat(producer.sent()).extracting(ScriptedProducer::nameOf).containsExactly("a", "b");
        assertThat(clock.waits()).containsOnly(FrameSender.RETRY).hasSize(3);
        assertThat(listener.lines())
                .containsExactly(
                        "waiting: the broker does not take frames: no room in the buffer",
                        "acknowledged a",
                        "resumed",
                        "acknowledged b");
        assertThat(outcomes.counts()).isEqualTo(new GatewayCounts(2, 0, 0));
    }

    @Test
    void shouldWaitForARegistryThatIsAway() throws InterruptedException {
        run(0, new OutageSerializer(producer.serializer(), 4), ListSource.of(item("a"), item("b")));
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
        run(0, ListSource.of(item("a"), item("b"), item("c")));
        assertThat(outcomes.counts()).isEqualTo(new GatewayCounts(2, 1, 0));
        assertThat(ledger.events()).contains("failed b", "acknowledged 0", "acknowledged 2");
        assertThat(listener.lines()).contains("failed b: the broker refuses it: larger than max.message.bytes");
    }

    @Test
    void shouldStopWhenTheBrokerRefusesForGood() throws InterruptedException {
        producer.answer("b", new TopicAuthorizationException("not allowed"));
        run(0, ListSource.of(item("a"), item("b"), item("c")));
        assertThat(outcomes.broken())
                .hasValueSatisfying(reason -> assertThat(reason)
                        .hasMessageContaining("the broker refuses frames")
                        .hasMessageContaining("not allowed"));
        assertThat(producer.sent()).as("nothing after the refusal").hasSize(2);
        assertThat(ledger.events()).as("b is to be sent by the next run").doesNotContain("failed b", "acknowledged 1");
    }

    @Test
    void shouldSayWhenTheJournalCannotBeWritten() throws InterruptedException {
        FrameLedger full = new FailingLedger();
        Outcomes failing = new Outcomes(full, listener);
        loop(0, producer.serializer(), ListSource.of(item("a")), full, failing).run();
        assertThat(failing.broken()).hasValueSatisfying(e -> assertThat(e).hasMessage("disk full"));
    }

    @Test
    void shouldGiveUpAtOnceWhenTheSchemaIsMissing() {
        Serializer<CameraFrame> unregistered =
                AvroCodec.of(RegistrySettings.at("mock://empty")).serializer(CameraFrame.class);
        assertThatThrownBy(() -> run(0, unregistered, ListSource.of(item("a"))))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("not registered");
    }

    private void run(double rate, ListSource source) throws InterruptedException {
        run(rate, producer.serializer(), source);
    }

    private void run(double rate, Serializer<CameraFrame> serializer, ListSource source) throws InterruptedException {
        loop(rate, serializer, source, ledger, outcomes).run();
    }

    private FrameLoop loop(
            double rate, Serializer<CameraFrame> serializer, FrameSource source, FrameLedger to, Outcomes counted) {
        GatewaySettings settings = GatewaySettings.of("inspection.frames", "camera-1", "station-1", rate);
        Holdup holdup = new Holdup(listener);
        FrameTransport transport = new FrameTransport(producer, serializer);
        return new FrameLoop(
                source,
                new FramePreparer(source, to, counted, settings.inlineLimit()),
                new FrameSender(settings, transport, clock, counted, holdup),
                new Pacer(rate, clock),
                counted,
                holdup,
                () -> false);
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
