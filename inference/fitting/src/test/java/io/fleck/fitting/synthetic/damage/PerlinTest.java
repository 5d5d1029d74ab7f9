package io.fleck.fitting.synthetic.damage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PerlinTest {
    @Test
    void shouldSpreadAboutZeroWithinOne() {
        Perlin noise = new Perlin(128, 128, 16, 16, 0.3, new Random(1));
        double sum = 0;
        double highest = 0;
        for (int i = 0; i < 128 * 128; i++) {
            double value = noise.at(i % 128, i / 128);
            sum += value;
            highest = Math.max(highest, Math.abs(value));
        }

        assertThat(sum / (128 * 128)).isCloseTo(0, within(0.1));
        assertThat(highest).isBetween(0.5, 1.0);
    }

    @Test
    void shouldBeSmoothFromPixelToPixel() {
        Perlin noise = new Perlin(256, 256, 4, 8, 1, new Random(2));
        for (int x = 1; x < 256; x++) {
            assertThat(noise.at(x, 100)).isCloseTo(noise.at(x - 1, 100), within(0.15));
        }
    }

    @Test
    void shouldBeFinerWithMoreCells() {
        assertThat(signChanges(32)).isGreaterThan(2 * signChanges(4));
    }

    private static int signChanges(int cells) {
        Perlin noise = new Perlin(512, 512, cells, cells, 0, new Random(3));
        int changes = 0;
        for (int y = 0; y < 512; y += 8) {
            for (int x = 1; x < 512; x++) {
                changes += Math.signum(noise.at(x, y)) == Math.signum(noise.at(x - 1, y)) ? 0 : 1;
            }
        }
        return changes;
    }
}
