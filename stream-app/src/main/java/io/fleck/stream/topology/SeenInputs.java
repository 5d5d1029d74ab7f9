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
 * The inputs of one task that have had a verdict lately, by their identity: a gateway that resends after a crash sends the
 * same again. What is remembered is committed together with the verdict itself.
 *
 * <p>Time is this application's own, from one verdict to the next: the clocks of gateways need not agree.
 */
final class SeenInputs {
    /** Kafka Streams drops by segment; within the window nothing may be dropped. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final WindowStore<String, byte[]> store;
    private final Duration window;
    private final Clock clock;

    SeenInputs(WindowStore<String, byte[]> store, Duration window, Clock clock) {
        this.store = store;
        this.window = window;
        this.clock = clock;
    }

    /**
     * The store that a window needs.
     *
     * @param name of the store; its changelog is APPLICATION-NAME-changelog
     */
    static StoreBuilder<WindowStore<String, byte[]>> store(String name, Duration window) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(name, window.plus(MARGIN), window, false),
                Serdes.String(),
                Serdes.ByteArray());
    }

    /** Event id of the verdict that a subject has had within the window. */
    Optional<String> verdictOn(Subject subject) {
        Instant now = clock.instant();
        try (WindowStoreIterator<byte[]> verdicts = store.fetch(subject.identity(), now.minus(window), now)) {
            return verdicts.hasNext()
                    ? Optional.of(new String(verdicts.next().value, StandardCharsets.US_ASCII))
                    : Optional.empty();
        }
    }

    /** This subject has its verdict. */
    void remember(Subject subject) {
        byte[] eventId = subject.eventId().getBytes(StandardCharsets.US_ASCII);
        store.put(subject.identity(), eventId, clock.millis());
    }
}
