package io.fleck.stream.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.FrameFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FrameGatewayTest {
    private final RecordingLedger ledger = new RecordingLedger();
    private final ScriptedProducer producer = new ScriptedProducer();

    @Test
    void shouldSendAllAndLetGo() throws InterruptedException {
        ListSource source = ListSource.of(item("a"), item("b"));
        try (Gateway gateway = start(0, source, GatewayListener.SILENT)) {
            assertThat(gateway.await()).isEqualTo(new GatewayCounts(2, 0, 0));
        }
        assertThat(source.closed()).isTrue();
        assertThat(ledger.events()).endsWith("close");
    }

    @Test
    void shouldLoopUntilStopped() throws InterruptedException {
        CountDownLatch five = new CountDownLatch(5);
        GatewayListener counting = new GatewayListener() {
            @Override
            public void acknowledged(FrameItem item) {
                five.countDown();
            }
        };
        try (Gateway gateway = start(200, new LoopingSource(List.of(item("a"), item("b"))), counting)) {
            assertThat(five.await(20, TimeUnit.SECONDS))
                    .as("five frames from two pictures")
                    .isTrue();
            gateway.stop();
            GatewayCounts counts = gateway.await();
            assertThat(counts.acknowledged())
                    .isGreaterThanOrEqualTo(5)
                    .isEqualTo(producer.sent().size());
        }
        assertThat(producer.sent().stream()
                        .map(r -> ScriptedProducer.frame(r).getId())
                        .distinct())
                .as("every round has ids of its own")
                .hasSameSizeAs(producer.sent());
    }

    @Test
    void shouldEndAWaitForTheNextTurnWhenStopped() throws InterruptedException {
        try (Gateway gateway = start(0.001, new LoopingSource(List.of(item("a"))), GatewayListener.SILENT)) {
            gateway.stop();
            assertThat(gateway.await().failed()).isZero();
        }
    }

    @Test
    void shouldLeaveUnacknowledgedFramesToTheLedger() throws InterruptedException {
        producer.keepSilent();
        Gateway gateway = start(0, ListSource.endless(item("a")), GatewayListener.SILENT);
        while (producer.sent().isEmpty()) {
            Thread.onSpinWait();
        }
        gateway.close();
        assertThat(gateway.counts()).isEqualTo(new GatewayCounts(0, 0, 1));
        producer.answerAll();
        assertThat(ledger.events())
                .as("an answer after the ledger was closed changes nothing")
                .containsExactly("assign a=0", "sync", "close");
    }

    @Test
    void shouldTellWhoeverWaitsThatItCannotGoOn() {
        producer.answer("a", new TopicAuthorizationException("not allowed"));
        try (Gateway gateway = start(0, ListSource.endless(item("a")), GatewayListener.SILENT)) {
            assertThatThrownBy(gateway::await)
                    .isInstanceOf(GatewayException.class)
                    .hasMessageContaining("not allowed");
        }
    }

    @Test
    void shouldTellADefectOfItsSourceInsteadOfHanging() {
        FrameItem defective = new FrameItem("bad", FrameFormat.PNG, 1, null, () -> {
            throw new IllegalStateException("defect");
        });
        try (Gateway gateway = start(0, ListSource.endless(defective), GatewayListener.SILENT)) {
            assertThatThrownBy(gateway::await)
                    .isInstanceOf(GatewayException.class)
                    .hasMessageContaining("defect");
        }
    }

    private Gateway start(double rate, FrameSource source, GatewayListener listener) {
        return FrameGateway.start(
                GatewaySettings.of(ScriptedProducer.TOPIC, "camera-1", "station-1", rate),
                source,
                ledger,
                new FrameTransport(producer, producer.serializer()),
                new SystemGatewayClock(),
                listener);
    }

    private static FrameItem item(String name) {
        return FrameItem.of(name, FrameFormat.PNG, name.getBytes(StandardCharsets.UTF_8));
    }
}
