package io.fleck.fitting.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every surface keeps to; one is covered by being listed in {@link Surface}. */
final class BlueprintTest {
    private static final int SIZE = 200;
    private static final Pose STRAIGHT = new Pose(0, 0, 0);

    @ParameterizedTest
    @EnumSource
    void shouldCoverMostOfThePicture(Surface surface) {
        Canvas canvas = drawn(surface, STRAIGHT, -1);
        double covered = 0;
        for (float cover : canvas.cover) {
            assertThat(cover).isBetween(0f, 1f);
            covered += cover;
        }

        assertThat(covered / (SIZE * SIZE)).isBetween(0.5, 1.0);
        assertThat(canvas.mask).as("mask of a good part").containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveOutAndMarkEachFeature(Surface surface) {
        Canvas whole = drawn(surface, STRAIGHT, -1);
        for (int feature = 0; feature < surface.blueprint().features(); feature++) {
            Canvas lacking = drawn(surface, STRAIGHT, feature);
            int changed = 0;
            for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
                boolean differs = lacking.height[pixel] != whole.height[pixel];
                changed += differs ? 1 : 0;
                assertThat(differs && lacking.mask[pixel] == 0)
                        .as("%s without feature %s changes the unmarked pixel %s", surface, feature, pixel)
                        .isFalse();
            }
            assertThat(changed)
                    .as("pixels of feature %s of %s", feature, surface)
                    .isGreaterThan(100);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldMoveWithThePose(Surface surface) {
        Canvas straight = drawn(surface, STRAIGHT, 0);
        Canvas moved = drawn(surface, new Pose(5, -3, 0), 0);

        assertThat(middle(moved)[0] - middle(straight)[0]).as("shift right").isBetween(4.0, 6.0);
        assertThat(middle(moved)[1] - middle(straight)[1]).as("shift down").isBetween(-4.0, -2.0);
    }

    /** Mean column and row of the missing feature. */
    private static double[] middle(Canvas canvas) {
        double[] sums = new double[3];
        for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
            if (canvas.mask[pixel] != 0) {
                sums[0] += pixel % SIZE;
                sums[1] += (pixel - pixel % SIZE) / (double) SIZE;
                sums[2]++;
            }
        }
        return new double[] {sums[0] / sums[2], sums[1] / sums[2]};
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveATextureOfItsOwnEachTime(Surface surface) {
        Canvas first = new Canvas(SIZE);
        surface.blueprint().draw(first, STRAIGHT, new SplittableRandom(1), -1);
        Canvas second = new Canvas(SIZE);
        surface.blueprint().draw(second, STRAIGHT, new SplittableRandom(2), -1);

        assertThat(Arrays.equals(first.height, second.height)).isFalse();
    }

    private static Canvas drawn(Surface surface, Pose pose, int missing) {
        Canvas canvas = new Canvas(SIZE);
        surface.blueprint().draw(canvas, pose, new SplittableRandom(7), missing);
        return canvas;
    }
}
