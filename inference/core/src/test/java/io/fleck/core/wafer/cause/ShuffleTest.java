package io.fleck.core.wafer.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {
    private static List<WaferHistory> wafers(String... lots) {
        return Arrays.stream(lots)
                .map(lot -> new WaferHistory(lot, Map.of(), false))
                .toList();
    }

    @Test
    void shouldMoveLotsAsWholes() {
        List<WaferHistory> wafers = wafers("A", "B", "A", "B", "A", "B");
        Shuffle shuffle = new Shuffle(wafers);
        SplittableRandom random = new SplittableRandom(1);
        for (int draw = 0; draw < 20; draw++) {
            int[] from = shuffle.draw(random);
            assertThat(Arrays.stream(from).sorted().toArray())
                    .as("every wafer gives once where lots are alike")
                    .containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(IntStream.of(0, 2, 4).map(i -> from[i] % 2).distinct().count())
                    .as("a lot takes from one lot")
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldLetAShortLotGiveTwice() {
        int[] from = new Shuffle(wafers("A", "B", "B", "B")).draw(new SplittableRandom(3));
        assertThat(Arrays.stream(from).boxed()).hasSize(4).allMatch(giver -> giver >= 0 && giver < 4);
    }

    @Test
    void shouldTakeWafersOfNoLotOneByOne() {
        Shuffle shuffle = new Shuffle(wafers("", "", "", ""));
        SplittableRandom random = new SplittableRandom(5);
        assertThat(IntStream.range(0, 100)
                        .mapToObj(draw -> Arrays.toString(shuffle.draw(random)))
                        .distinct()
                        .count())
                .as("of 24 orders")
                .isGreaterThan(15);
        assertThat(shuffle.none()).containsExactly(0, 1, 2, 3);
    }
}
