package io.fleck.core.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoftmaxTest {
    @Test
    void shouldNameTheFirstOfTheLargest() {
        assertThat(Softmax.best(new float[] {1, 3, 3, 2})).isEqualTo(1);
    }

    @Test
    void shouldGiveTheProbabilityOfTheLargest() {
        assertThat(Softmax.confidence(new float[] {0, 0, 0, 0})).isEqualTo(0.25);
        assertThat(Softmax.confidence(new float[] {1, 0})).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
        assertThat(Softmax.confidence(new float[] {10_000, 0})).isEqualTo(1);
    }
}
