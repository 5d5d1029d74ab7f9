package io.fleck.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.detect.ScoreMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class QuantizedMapTest {
    @Test
    void shouldBeWithinHalfALevelOfEveryScore() {
        Random random = new Random(3);
        float[] scores = new float[64 * 32];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) (random.nextGaussian() * 1e3);
        }
        QuantizedMap map = QuantizedMap.of(new ScoreMap(64, 32, scores));
        double level = (map.maximum() - (double) map.minimum()) / 255;
        for (int i = 0; i < scores.length; i++) {
            double read = map.minimum() + (map.cells().get(i) & 0xFF) * level;
            assertThat(read).as("cell %s", i).isCloseTo(scores[i], within(level / 2 + 1e-9 * level));
        }
    }

    @Test
    void shouldReachBothEnds() {
        QuantizedMap map = QuantizedMap.of(new ScoreMap(3, 1, new float[] {-2, 0, 6}));
        assertThat(map.cells().array()).containsExactly(0, 64, 255);
        assertThat(map.minimum()).isEqualTo(-2);
        assertThat(map.maximum()).isEqualTo(6);
    }

    @Test
    void shouldTakeAMapOfOneValueForZeros() {
        assertThat(QuantizedMap.of(new ScoreMap(2, 1, new float[] {4, 4}))
                        .cells()
                        .array())
                .containsExactly(0, 0);
    }
}
