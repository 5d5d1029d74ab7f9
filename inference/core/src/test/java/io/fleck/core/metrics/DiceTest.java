package io.fleck.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DiceTest {
    private static final SortedScores SCORES = SortedScores.of(new double[] {1, 2, 3, 5}, new double[] {3, 4, 6});

    @Test
    void shouldBeTheHarmonicMeanOfPrecisionAndRecall() {
        // Above 3: 5 of the good, 4 and 6 of the defective: precision 2/3, recall 2/3.
        assertThat(Dice.of(SCORES, 3).orElseThrow()).isCloseTo(2.0 / 3, within(1e-12));
        // Above 2: 3 and 5 of the good, all defective: precision 3/5, recall 1.
        assertThat(Dice.of(SCORES, 2).orElseThrow()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void shouldBeOneWhereExactlyTheDefectiveAreAbove() {
        assertThat(Dice.of(SortedScores.of(new double[] {1, 2}, new double[] {3}), 2))
                .hasValue(1);
    }

    @Test
    void shouldBeZeroWhereNothingIsAbove() {
        assertThat(Dice.of(SCORES, 6)).hasValue(0);
        assertThat(Dice.of(SCORES, Double.POSITIVE_INFINITY)).hasValue(0);
    }

    @Test
    void shouldNotExistWithoutDefects() {
        assertThat(Dice.of(SortedScores.of(new double[] {1}, new double[0]), 0)).isEmpty();
    }
}
