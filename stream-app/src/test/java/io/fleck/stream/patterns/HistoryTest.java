package io.fleck.stream.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.SourceRecord;
import io.fleck.avro.StageTimings;
import io.fleck.avro.Verdict;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HistoryTest {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");

    private final WindowStore<String, byte[]> store = store();
    private final History history = new History(store, WINDOW, HistoryTest::decode);

    private static WindowStore<String, byte[]> store() {
        WindowStore<String, byte[]> store = Stores.windowStoreBuilder(
                        Stores.inMemoryWindowStore("history", WINDOW.multipliedBy(3), WINDOW, true),
                        Serdes.String(),
                        Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
        return store;
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** A value is the number that stands in its event id. */
    private static InspectionResult decode(byte[] value) {
        return InspectionResult.newBuilder()
                .setEventId(Integer.toString(ByteBuffer.wrap(value).getInt()))
                .setInputId("map")
                .setSource(new SourceRecord("maps", 0, 0L))
                .setCapturedAt(TIME)
                .setInspectedAt(TIME)
                .setVerdict(Verdict.OK)
                .setTimings(new StageTimings(-1L, -1L, -1L, -1L, -1L))
                .build();
    }

    private void add(String product, int number, Duration after) {
        history.add(
                product,
                TIME.plus(after),
                ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    private List<Integer> until(String product, Duration after) {
        return history.until(product, TIME.plus(after)).stream()
                .map(result -> Integer.valueOf(result.getEventId()))
                .toList();
    }

    @Test
    void shouldGiveTheWafersOfAProductWithinTheWindowInOrder() {
        add("P1", 1, Duration.ZERO);
        add("P1", 3, Duration.ofMinutes(50));
        add("P2", 9, Duration.ofMinutes(50));
        add("P1", 2, Duration.ofMinutes(40));
        assertThat(until("P1", Duration.ofMinutes(60))).containsExactly(1, 2, 3);
        assertThat(until("P1", Duration.ofMinutes(61))).as("the first has left").containsExactly(2, 3);
        assertThat(until("P1", Duration.ofMinutes(45)))
                .as("the third is to come")
                .containsExactly(1, 2);
        assertThat(until("P2", Duration.ofMinutes(60))).containsExactly(9);
        assertThat(until("P3", Duration.ofMinutes(60))).isEmpty();
    }

    @Test
    void shouldKeepAllWafersOfAMillisecond() {
        for (int i = 0; i < 5; i++) {
            add("P1", i, Duration.ZERO);
        }
        assertThat(until("P1", Duration.ZERO)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void shouldGiveTheLatestWhereThereAreTooMany() {
        for (int i = 0; i < History.MOST_WAFERS + 7; i++) {
            add("P1", i, Duration.ofMillis(i));
        }
        List<Integer> latest = until("P1", Duration.ofMinutes(1));
        assertThat(latest).hasSize(History.MOST_WAFERS);
        assertThat(latest.get(0)).isEqualTo(7);
        assertThat(latest.get(latest.size() - 1)).isEqualTo(History.MOST_WAFERS + 6);
    }
}
