package io.fleck.stream.patterns;

import io.fleck.avro.InspectionResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/** Results of the wafers of a product within a window. Belongs to one task. */
final class History {
    /** More than this of a window are not compared: the search for causes takes its time on the stream thread. */
    static final int MOST_WAFERS = 10_000;

    private final WindowStore<String, byte[]> store;
    private final Duration window;
    private final Function<byte[], InspectionResult> decoder;

    History(WindowStore<String, byte[]> store, Duration window, Function<byte[], InspectionResult> decoder) {
        this.store = store;
        this.window = window;
        this.decoder = decoder;
    }

    void add(String product, Instant time, byte[] result) {
        store.put(product, result, time.toEpochMilli());
    }

    /** The latest results up to a time, in the order of their times. */
    List<InspectionResult> until(String product, Instant time) {
        Deque<byte[]> latest = new ArrayDeque<>();
        try (WindowStoreIterator<byte[]> results = store.fetch(product, time.minus(window), time)) {
            while (results.hasNext()) {
                latest.addLast(results.next().value);
                if (latest.size() > MOST_WAFERS) {
                    latest.removeFirst();
                }
            }
        }
        List<InspectionResult> decoded = new ArrayList<>(latest.size());
        latest.forEach(value -> decoded.add(decoder.apply(value)));
        return decoded;
    }
}
