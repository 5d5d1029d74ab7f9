package io.fleck.stream.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.ClaimCheck;
import io.fleck.avro.FrameFormat;
import io.fleck.stream.claims.ClaimSettings;
import io.fleck.stream.claims.ClaimWriter;
import io.fleck.stream.claims.Claims;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClaimedPicturesTest {
    private static final int ABOVE = 10;
    private static final long LARGEST = 32L << 20;
    private static final String LARGE = "a picture of more than ten bytes";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path store;

    private final RecordingLedger ledger = new RecordingLedger();
    private final RecordingListener listener = new RecordingListener();
    private final ScriptedProducer producer = new ScriptedProducer();

    private List<CameraFrame> send(FrameItem... items) throws InterruptedException {
        ClaimWriter writer = ClaimWriter.open(store.toUri(), ABOVE, LARGEST, ClaimSettings.none());
        try (Gateway gateway = FrameGateway.start(
                GatewaySettings.of(ScriptedProducer.TOPIC, "camera-1", "station-1", 0),
                ListSource.of(items),
                ledger,
                new FrameTransport(producer, producer.serializer(), writer),
                new SystemGatewayClock(),
                listener)) {
            gateway.await();
        }
        return producer.sent().stream().map(ScriptedProducer::frame).toList();
    }

    private static FrameItem item(String content) {
        return FrameItem.of(content, FrameFormat.PNG, content.getBytes(StandardCharsets.UTF_8));
    }

    private static ClaimCheck claim(CameraFrame frame) {
        ClaimCheck check = frame.getClaimCheck();
        assertThat(check).as("claim check of %s", frame.getSequence()).isNotNull();
        return check;
    }

    @Test
    void shouldStoreALargePictureAndSendItsClaimCheck() throws InterruptedException {
        List<CameraFrame> sent = send(item("small"), item(LARGE));
        assertThat(sent.get(0).getClaimCheck()).as("a small one goes inline").isNull();
        assertThat(sent.get(0).getBytes().remaining()).isEqualTo(5);
        CameraFrame large = sent.get(1);
        assertThat(large.getBytes().remaining()).as("nothing inline").isZero();
        assertThat(large.getId())
                .as("the id is the content's, wherever it lies")
                .isEqualTo(FrameId.of("camera-1", 1, LARGE.getBytes(StandardCharsets.UTF_8)));
        Claims claims = Claims.open(ClaimSettings.none().withRoots(List.of(store)), LARGEST);
        assertThat(claims.fetch(claim(large))).isEqualTo(ByteBuffer.wrap(LARGE.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldTakeAPictureThatNoRecordTakesUpToItsOwnLimit() throws InterruptedException {
        int length = (int) GatewaySettings.INLINE_LIMIT + 1;
        FrameItem beyond = new FrameItem("beyond.png", FrameFormat.PNG, LARGEST + 1, null, () -> {
            throw new AssertionError("a file that is too large must not be read");
        });
        List<CameraFrame> sent = send(FrameItem.of("large.png", FrameFormat.PNG, new byte[length]), beyond);
        assertThat(sent).hasSize(1);
        assertThat(claim(sent.get(0)).getLength()).isEqualTo(length);
        assertThat(listener.lines())
                .contains("failed beyond.png: it has 33554433 bytes, more than the 33554432 that a picture may have");
    }

    @Test
    void shouldWaitForAStoreThatIsAwayAndKeepTheOrder() throws InterruptedException {
        Path away = store.resolveSibling(store.getFileName() + "-away");
        FrameItem first = new FrameItem(LARGE, FrameFormat.PNG, LARGE.length(), null, () -> {
            move(store, away);
            return LARGE.getBytes(StandardCharsets.UTF_8);
        });
        listener.whenWaiting(() -> move(away, store));
        List<CameraFrame> sent = send(first, item("small"));
        assertThat(sent).extracting(CameraFrame::getSequence).containsExactly(0L, 1L);
        assertThat(claim(sent.get(0)).getLength()).isEqualTo(LARGE.length());
        assertThat(listener.lines())
                .anyMatch(line -> line.startsWith("waiting: the claim store does not take pictures: file:///"));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
