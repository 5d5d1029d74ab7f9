package io.fleck.stream.topology;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * The frames of one task that have had a verdict lately, by camera and frame id: a gateway that resends after a crash sends the same
 * id again. What is remembered is committed together with the verdict itself.
 *
 * <p>Time is this application's own, from one verdict to the next: the clocks of gateways need not agree.
 */
final class SeenFrames {
    /** Name of the store; its changelog is APPLICATION-frames-seen-changelog. */
    static final String STORE = "frames-seen";

    /** Kafka Streams drops by segment; within the window nothing may be dropped. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final WindowStore<String, byte[]> store;
    private final Duration window;
    private final Clock clock;

    SeenFrames(WindowStore<String, byte[]> store, Duration window, Clock clock) {
        this.store = store;
        this.window = window;
        this.clock = clock;
    }

    /** The store that {@link #SeenFrames} needs for a window. */
    static StoreBuilder<WindowStore<String, byte[]>> store(Duration window) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(STORE, window.plus(MARGIN), window, false),
                Serdes.String(),
                Serdes.ByteArray());
    }

    /** Event id of the verdict that this frame has had within the window. */
    Optional<String> verdictOn(Frame frame) {
        Instant now = clock.instant();
        try (WindowStoreIterator<byte[]> verdicts = store.fetch(key(frame), now.minus(window), now)) {
            return verdicts.hasNext()
                    ? Optional.of(new String(verdicts.next().value, StandardCharsets.US_ASCII))
                    : Optional.empty();
        }
    }

    /** This frame has its verdict. */
    void remember(Frame frame) {
        byte[] eventId = frame.eventId().getBytes(StandardCharsets.US_ASCII);
        store.put(key(frame), eventId, clock.millis());
    }

    /** Not every gateway has ids that are unique beyond their camera. */
    private static String key(Frame frame) {
        return frame.record().getCamera() + '/' + frame.record().getId();
    }
}
