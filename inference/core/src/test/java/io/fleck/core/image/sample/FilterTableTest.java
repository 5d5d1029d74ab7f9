package io.fleck.core.image.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilterTableTest {
    private static final int ONE = 1 << FilterTable.PRECISION_BITS;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 9", "9, 1", "640, 256", "256, 640", "100, 99", "4096, 17"})
    void shouldSpreadEveryTargetSampleOverNeighboursWithinTheSource(int in, int out) {
        FilterTable table = new FilterTable(in, out);

        assertThat(table.size()).isEqualTo(out);
        for (int i = 0; i < out; i++) {
            int[] weights = table.weights(i);
            assertThat(table.first(i)).as("first of %s", i).isBetween(i == 0 ? 0 : table.first(i - 1), in - 1);
            assertThat(table.first(i) + weights.length).as("end of %s", i).isLessThanOrEqualTo(in);
            assertThat(weights.length).as("taps of %s", i).isBetween(1, table.taps());
            assertThat(Arrays.stream(weights).min().orElseThrow())
                    .as("least weight of %s", i)
                    .isNotNegative();
            assertThat((double) Arrays.stream(weights).sum())
                    .as("sum of %s", i)
                    .isBetween(ONE - weights.length / 2.0, ONE + weights.length / 2.0);
        }
    }

    @Test
    void shouldBeTheTriangleOfTheRatiosWidth() {
        FilterTable half = new FilterTable(8, 4);

        // Around 3.0 with slope 1/2: distances 1.5, 0.5, 0.5, 1.5 give 1/4, 3/4, 3/4, 1/4 of their sum 2.
        assertThat(half.first(1)).isEqualTo(1);
        assertThat(half.weights(1)).containsExactly(ONE / 8, 3 * ONE / 8, 3 * ONE / 8, ONE / 8);
    }

    @Test
    void shouldKeepEverySampleAtTheSameSize() {
        FilterTable same = new FilterTable(5, 5);

        for (int i = 0; i < 5; i++) {
            assertThat(same.weights(i)[i - same.first(i)]).as("weight of %s", i).isEqualTo(ONE);
        }
    }
}
