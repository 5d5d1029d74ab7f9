package io.fleck.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BilinearMapTest {
    @Test
    void shouldFollowTheHalfPixelConvention() {
        // torch.nn.functional.interpolate([[0, 4]], size=(1, 8), mode="bilinear", align_corners=False)
        ScoreMap wide = new BilinearMap(new ScoreMap(2, 1, new float[] {0, 4}), 8, 1).whole();

        assertThat(wide.scores()).containsExactly(0, 0, 0.5f, 1.5f, 2.5f, 3.5f, 4, 4);
    }

    @Test
    void shouldKeepAMapAtItsOwnSize() {
        float[] scores = {1, 2, 3, 4, 5, 6};

        assertThat(new BilinearMap(new ScoreMap(3, 2, scores), 3, 2).whole().scores())
                .containsExactly(scores);
    }

    @Test
    void shouldReproduceAPlaneBetweenCellCentres() {
        float[] scores = new float[8 * 6];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 2 * (i % 8) - 3 * (i / 8);
        }
        BilinearMap large = new BilinearMap(new ScoreMap(8, 6, scores), 80, 30);
        float[] row = new float[80];
        for (int y = 3; y < 27; y++) {
            large.row(y, row);
            for (int x = 5; x < 75; x++) {
                double expected = 2 * ((x + 0.5) / 10 - 0.5) - 3 * ((y + 0.5) / 5 - 0.5);
                assertThat((double) row[x]).as("x %s, y %s", x, y).isCloseTo(expected, within(1e-4));
            }
        }
    }

    @Test
    void shouldNeverLeaveTheRangeOfTheMap() {
        Random random = new Random(3);
        float[] scores = new float[49];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextFloat();
        }
        ScoreMap map = new ScoreMap(7, 7, scores);
        ScoreMap large = new BilinearMap(map, 61, 43).whole();

        assertThat(large.maximum()).isLessThanOrEqualTo(map.maximum() + 1e-6f);
        assertThat(large.minimum()).isGreaterThanOrEqualTo(map.minimum() - 1e-6f);
        assertThat(large.width()).isEqualTo(61);
        assertThat(large.height()).isEqualTo(43);
    }

    @Test
    void shouldRefuseAnEmptySize() {
        assertThatThrownBy(() -> new BilinearMap(new ScoreMap(1, 1, new float[1]), 0, 4))
                .hasMessageContaining("0 pixels");
    }
}
