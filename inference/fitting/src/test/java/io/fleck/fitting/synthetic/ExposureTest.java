package io.fleck.fitting.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.image.Image;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ExposureTest {
    private static final int SIZE = 64;
    private static final Material GREY = new Material(0.5f, 0.5f, 0.5f, 0, 0.5f, 0.25f, 0);
    private static final Lamp FROM_THE_LEFT = new Lamp(1, Math.PI, 0, 0, 0);

    private final Canvas canvas = flat();

    private static Canvas flat() {
        Canvas canvas = new Canvas(SIZE);
        Arrays.fill(canvas.albedo, 1);
        Arrays.fill(canvas.cover, 1);
        return canvas;
    }

    @Test
    void shouldBrightenSlopesThatFaceTheLamp() {
        for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
            // A ridge down the middle.
            canvas.height[pixel] = -Math.abs(pixel % SIZE - 32);
        }

        Image image = exposed(GREY, FROM_THE_LEFT);

        assertThat(level(image, 20, 30, 0)).as("left of the ridge").isGreaterThan(level(image, 44, 30, 0) + 50);
    }

    @Test
    void shouldFollowTheLampsBrightnessSlopeAndWarmth() {
        Lamp odd = new Lamp(1.2, Math.PI, 0.3, 0, 0.1);
        Image nominal = exposed(GREY, FROM_THE_LEFT);
        Image image = exposed(GREY, odd);

        assertThat(level(image, 32, 32, 1)).as("green, brighter").isGreaterThan(level(nominal, 32, 32, 1) + 10);
        assertThat(level(image, 60, 32, 1)).as("green on the right").isGreaterThan(level(image, 4, 32, 1) + 10);
        assertThat(level(image, 32, 32, 0)).as("red").isGreaterThan(level(image, 32, 32, 2) + 10);
    }

    @Test
    void shouldShowStainsInTheirColourAndTheCarrierWhereNoPartIs() {
        canvas.stain[32 * SIZE + 10] = 1;
        canvas.cover[32 * SIZE + 50] = 0;

        Image image = exposed(GREY, FROM_THE_LEFT);

        assertThat(level(image, 10, 32, 0)).isGreaterThan(level(image, 10, 32, 1) + 30);
        assertThat(level(image, 10, 32, 2)).isLessThan(10);
        assertThat(level(image, 50, 32, 0)).as("carrier").isLessThan(40);
    }

    @Test
    void shouldAddASensorsNoise() {
        Image image = exposed(GREY, FROM_THE_LEFT);
        double sum = 0;
        double squares = 0;
        for (int x = 20; x < 44; x++) {
            for (int y = 20; y < 44; y++) {
                sum += level(image, x, y, 1);
                squares += Math.pow(level(image, x, y, 1), 2);
            }
        }
        double mean = sum / 576;

        assertThat(Math.sqrt(squares / 576 - mean * mean)).isBetween(1.0, 3.0);
    }

    @Test
    void shouldReflectHighlightsOfGlossySurfaces() {
        Material glossy = new Material(0.5f, 0.5f, 0.5f, 0.5f, 0, 0, 0);

        assertThat(level(exposed(glossy, FROM_THE_LEFT), 32, 32, 0))
                .isGreaterThan(level(exposed(GREY, FROM_THE_LEFT), 32, 32, 0) + 20);
    }

    private Image exposed(Material material, Lamp lamp) {
        return Exposure.of(canvas, material, lamp, new SplittableRandom(1));
    }

    private static int level(Image image, int x, int y, int channel) {
        return image.pixels()[3 * (y * SIZE + x) + channel] & 0xFF;
    }
}
