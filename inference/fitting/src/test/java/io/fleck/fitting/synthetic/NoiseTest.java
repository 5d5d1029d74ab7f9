package io.fleck.fitting.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NoiseTest {
    private static final int SIZE = 200;

    @ParameterizedTest
    @CsvSource({"1, 1", "2.3, 2.3", "140, 1", "500, 500"})
    void shouldStayWithinItsAmplitude(float cellX, float cellY) {
        float[] field = noise(cellX, cellY, 7);

        for (float value : field) {
            assertThat(value).isBetween(-0.5f, 0.5f);
        }
    }

    @Test
    void shouldBeCentredAndSpread() {
        double sum = 0;
        double squares = 0;
        for (float value : noise(3, 3, 1)) {
            sum += value;
            squares += value * value;
        }

        assertThat(sum / (SIZE * SIZE)).as("mean").isBetween(-0.02, 0.02);
        assertThat(Math.sqrt(squares / (SIZE * SIZE))).as("deviation").isBetween(0.12, 0.3);
    }

    @Test
    void shouldBeSmoothAlongTheLongSideOfItsCells() {
        float[] field = noise(100, 1, 3);
        double along = 0;
        double across = 0;
        for (int i = SIZE; i < field.length - 1; i++) {
            along += Math.abs(field[i + 1] - field[i]);
            across += Math.abs(field[i] - field[i - SIZE]);
        }

        assertThat(across).isGreaterThan(5 * along);
    }

    @Test
    void shouldDifferBySeedAndAddToWhatIsThere() {
        assertThat(noise(5, 5, 1)).isNotEqualTo(noise(5, 5, 2)).isEqualTo(noise(5, 5, 1));

        float[] twice = noise(5, 5, 1);
        Noise.add(twice, SIZE, 5, 5, 0.5f, 1);
        assertThat(twice[777]).isEqualTo(2 * noise(5, 5, 1)[777]);
    }

    @Test
    void shouldMeetItsLatticeAlongALine() {
        for (int i = -3; i < 3; i++) {
            assertThat(Noise.along(i, 9)).as("at %s", i).isEqualTo(Noise.lattice(i, 0, 9));
        }
    }

    private static float[] noise(float cellX, float cellY, int seed) {
        float[] field = new float[SIZE * SIZE];
        Noise.add(field, SIZE, cellX, cellY, 0.5f, seed);
        return field;
    }
}
