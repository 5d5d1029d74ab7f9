package io.fleck.load.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values are those of NumPy 2.4. */
class NumpyPermutationTest {
    @Test
    void shouldGiveTheOrderOfNumpy() {
        assertThat(NumpyPermutation.of(10, 0)).containsExactly(2, 8, 4, 9, 1, 6, 7, 3, 0, 5);
        assertThat(NumpyPermutation.of(10, 1)).containsExactly(2, 9, 6, 4, 0, 3, 1, 7, 8, 5);
        assertThat(NumpyPermutation.of(5, 2)).containsExactly(2, 4, 1, 3, 0);
    }

    @Test
    void shouldGiveTheOrderOfNumpyBeyondOneBlockOfTheGenerator() {
        int[] order = NumpyPermutation.of(1000, 7);

        assertThat(IntStream.of(0, 1, 2, 500, 998, 999).map(i -> order[i]))
                .containsExactly(778, 334, 271, 262, 196, 175);
        assertThat(order).as("every number once").doesNotHaveDuplicates().hasSize(1000);
    }

    @Test
    void shouldOrderNothingAndOne() {
        assertThat(NumpyPermutation.of(0, 3)).isEmpty();
        assertThat(NumpyPermutation.of(1, 3)).containsExactly(0);
    }
}
