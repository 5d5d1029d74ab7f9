package io.fleck.stream.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.FrameFormat;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FramePreparerTest {
    private static final long LIMIT = 100;

    private final RecordingLedger ledger = new RecordingLedger();
    private final RecordingListener listener = new RecordingListener();
    private final Deliveries deliveries = new Deliveries();
    private final Outcomes outcomes = new Outcomes(ledger, listener, deliveries);

    @Test
    void shouldMakeNumbersDurableBeforeItHandsThemOut() throws InterruptedException {
        List<PreparedFrame> frames = preparer(item("a", 3), item("b", 3)).next();
        assertThat(frames).extracting(f -> f.item().name()).containsExactly("a", "b");
        assertThat(ledger.events()).containsExactly("assign a=0", "assign b=1", "sync");
    }

    @Test
    void shouldReadOnlyAFewAhead() throws InterruptedException {
        FrameItem[] many =
                IntStream.range(0, 40).mapToObj(i -> item("f" + i, 1)).toArray(FrameItem[]::new);
        FramePreparer preparer = preparer(many);
        assertThat(preparer.next()).hasSize(FramePreparer.AHEAD);
        assertThat(preparer.next().get(0).assignment().sequence()).isEqualTo(FramePreparer.AHEAD);
        assertThat(ledger.events().stream().filter("sync"::equals))
                .as("one sync a batch")
                .hasSize(2);
    }

    @Test
    void shouldPassOverWhatCannotBeSentAndGoOn() throws InterruptedException {
        FrameItem large = new FrameItem("large.png", FrameFormat.PNG, LIMIT + 1, null, () -> {
            throw new AssertionError("a file that is too large must not be read");
        });
        FrameItem broken = new FrameItem("broken.png", FrameFormat.PNG, 5, null, () -> {
            throw new IOException("disk on fire");
        });
        List<PreparedFrame> frames = preparer(large, broken, item("empty.png", 0), item("fine.png", 9))
                .next();
        assertThat(frames).extracting(f -> f.item().name()).containsExactly("fine.png");
        assertThat(frames.get(0).assignment().sequence())
                .as("no number is lost to a failure")
                .isZero();
        assertThat(deliveries.counts()).isEqualTo(new GatewayCounts(0, 3, 0));
        assertThat(ledger.events()).contains("failed large.png", "failed broken.png", "failed empty.png");
        assertThat(listener.lines())
                .containsExactly(
                        "failed large.png: it has 101 bytes, more than the 100 that fit into a record",
                        "failed broken.png: it cannot be read: disk on fire",
                        "failed empty.png: it is empty");
    }

    private FramePreparer preparer(FrameItem... items) {
        return new FramePreparer(ListSource.of(items), ledger, outcomes, LIMIT);
    }

    private static FrameItem item(String name, int size) {
        return FrameItem.of(name, FrameFormat.PNG, new byte[size]);
    }
}
