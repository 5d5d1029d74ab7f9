package io.fleck.fitting.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class DefectTest {
    private static final int SIZE = 200;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MISSING")
    void shouldChangeTheSurfaceWhereItIsMarked(Defect defect) {
        for (int seed = 0; seed < 50; seed++) {
            Canvas canvas = damaged(defect, seed);
            int marked = 0;
            for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
                if (canvas.mask[pixel] != 0) {
                    marked++;
                    assertThat(canvas.height[pixel] != 0 || canvas.albedo[pixel] != 1)
                            .as("%s %s changes pixel %s", defect, seed, pixel)
                            .isTrue();
                }
            }
            assertThat(marked).as("%s %s, marked pixels", defect, seed).isBetween(8, SIZE * SIZE / 8);
        }
    }

    /** The left half of the canvas is no part. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MISSING")
    void shouldMarkThePartOnly(Defect defect) {
        for (int seed = 0; seed < 50; seed++) {
            Canvas canvas = damaged(defect, seed);
            for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
                if (pixel % SIZE < SIZE / 2) {
                    assertThat(canvas.mask[pixel])
                            .as("%s %s, pixel %s", defect, seed, pixel)
                            .isZero();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MISSING")
    void shouldDifferFromTimeToTime(Defect defect) {
        assertThat(damaged(defect, 1).mask).isNotEqualTo(damaged(defect, 2).mask);
    }

    @Test
    void shouldCutScratchesAndPitsIntoTheSurface() {
        assertThat(lowest(damaged(Defect.SCRATCH, 1))).isLessThan(-0.5f);
        assertThat(lowest(damaged(Defect.PIT, 1))).isLessThan(-1);
        assertThat(lowest(damaged(Defect.STAIN, 1))).as("a stain has no depth").isZero();
    }

    private static float lowest(Canvas canvas) {
        float lowest = 0;
        for (float height : canvas.height) {
            lowest = Math.min(lowest, height);
        }
        return lowest;
    }

    @Test
    void shouldNameFolders() {
        assertThat(Defect.values()).extracting(Defect::label).containsExactly("scratch", "pit", "stain", "missing");
    }

    private static Canvas damaged(Defect defect, long seed) {
        Canvas canvas = new Canvas(SIZE);
        Arrays.fill(canvas.albedo, 1);
        for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
            canvas.cover[pixel] = pixel % SIZE < SIZE / 2 ? 0 : 1;
        }
        defect.damage().apply(canvas, new SplittableRandom(seed));
        return canvas;
    }
}
