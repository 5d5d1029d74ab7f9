package io.fleck.training.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.fleck.training.torch.Torch;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatentBalanceTest {
    private static final LatentBalance BALANCE = new LatentBalance(16, 4);

    /** Eleven of class 0, three of class 1, one each of 2 and 3. */
    private static final int[] LABELS = {0, 1, 0, 0, 0, 2, 0, 1, 0, 0, 3, 0, 0, 0, 1, 0};

    @Test
    void shouldFillUpToAnEvenShareBetweenWafersOfAClass() {
        List<LatentBalance.Row> rows = BALANCE.rows(LABELS, new SplittableRandom(1));
        assertThat(rows)
                .as("class 1 lacks one of four; 2 and 3 have no two wafers")
                .hasSize(1);
        for (int seed = 0; seed < 50; seed++) {
            LatentBalance.Row row =
                    BALANCE.rows(LABELS, new SplittableRandom(seed)).get(0);
            assertThat(row.label()).isEqualTo(1);
            assertThat(LABELS[row.first()]).isEqualTo(1);
            assertThat(LABELS[row.second()]).isEqualTo(1);
            assertThat(row.first()).as("two different wafers").isNotEqualTo(row.second());
            assertThat(row.part()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void shouldReachAllPairs() {
        long pairs = IntStream.range(0, 200)
                .mapToObj(
                        seed -> BALANCE.rows(LABELS, new SplittableRandom(seed)).get(0))
                .map(row -> row.first() + "-" + row.second())
                .distinct()
                .count();
        assertThat(pairs).isEqualTo(6);
    }

    @Test
    void shouldAddNothingToABatchThatIsEven() {
        int[] even = new int[16];
        Arrays.setAll(even, i -> i % 4);
        assertThat(BALANCE.rows(even, new SplittableRandom(1))).isEmpty();
    }

    @Test
    void shouldKnowTheSharesThatItLeadsTo() {
        double[] drawn = {0.7, 0.2, 0.06, 0.04};
        SplittableRandom random = new SplittableRandom(3);
        double[] counted = new double[4];
        double total = 0;
        for (int i = 0; i < 20_000; i++) {
            int[] labels = new int[16];
            Arrays.setAll(labels, item -> label(drawn, random.nextDouble()));
            List<LatentBalance.Row> rows = BALANCE.rows(labels, random);
            Arrays.stream(labels).forEach(label -> counted[label]++);
            rows.forEach(row -> counted[row.label()]++);
            total += labels.length + rows.size();
        }
        double[] shares = BALANCE.shares(drawn);
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
        for (int c = 0; c < 4; c++) {
            assertThat(shares[c]).as("class %d", c).isCloseTo(counted[c] / total, within(0.003));
        }
        assertThat(shares[3]).as("rare classes weigh more").isGreaterThan(drawn[3]);
    }

    private static int label(double[] shares, double at) {
        int label = 0;
        double left = at;
        while (label < shares.length - 1 && left >= shares[label]) {
            left -= shares[label++];
        }
        return label;
    }

    @Test
    void shouldTakeOfBothWafersWhatMakesOne() {
        try (NDManager manager = Torch.newManager()) {
            assertThat(LatentBalance.mixing(manager, List.of(), 3)).isNull();
            NDArray matrix = LatentBalance.mixing(manager, List.of(new LatentBalance.Row(0, 2, 0, 0.25)), 3);
            assertThat(matrix).isNotNull();
            assertThat(matrix.toFloatArray()).containsExactly(0.25f, 0, 0.75f);
        }
    }
}
