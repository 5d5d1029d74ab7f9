package io.fleck.stream.wafers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LotOrderTest {
    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"L1/W1, L1/W2, true", "L1/W1, L2/W1, false", "A/B/W1, A/C/W1, true", "/W1, /W2, false", "W1, W1, true"})
    void shouldKeepTheWafersOfALotTogether(String one, String other, boolean together) {
        assertThat(LotOrder.order(key(one)).equals(LotOrder.order(key(other))))
                .as("%s and %s", one, other)
                .isEqualTo(together);
    }

    @Test
    void shouldGiveALotOnePartitionAndLotsAll() {
        Set<Integer> ofOne = IntStream.range(0, 25)
                .mapToObj(wafer -> LotOrder.partition(key("L7/W" + wafer), 6))
                .collect(Collectors.toSet());
        assertThat(ofOne).as("partitions of the wafers of one lot").hasSize(1);
        Set<Integer> ofMany = IntStream.range(0, 200)
                .mapToObj(lot -> LotOrder.partition(key("L" + lot + "/W1"), 6))
                .collect(Collectors.toSet());
        assertThat(ofMany).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    }

    /** So that a producer in another language can do the same: Kafka's own partitioner with the lot as key. */
    @Test
    void shouldTakeTheHashThatKafkaTakes() {
        assertThat(LotOrder.partition(key("foobar/W1"), 1000)).isEqualTo((-790332482 & 0x7fffffff) % 1000);
    }

    @Test
    void shouldLetARecordWithoutAKeyGoAnywhere() {
        assertThat(LotOrder.partitioner().partitions("results", null, new byte[0], 6))
                .isEmpty();
        assertThat(LotOrder.partitioner().partitions("results", key("foobar/W1"), new byte[0], 1000))
                .isEqualTo(Optional.of(Set.of(LotOrder.partition(key("foobar/W1"), 1000))));
        assertThat(LotOrder.order(null)).isEmpty();
    }
}
