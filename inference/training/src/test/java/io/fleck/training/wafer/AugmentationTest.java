package io.fleck.training.wafer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.wafer.grid.DieCanvas;
import io.fleck.core.wafer.grid.DieGrid;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    /** The upper half fails, the lower passes, one corner has no dies. */
    private static final DieCanvas HALF = half();

    private static DieCanvas half() {
        byte[] dies = new byte[40 * 40];
        Arrays.fill(dies, 0, 800, DieGrid.FAIL);
        Arrays.fill(dies, 800, 1600, DieGrid.PASS);
        dies[1599] = DieGrid.NO_DIE;
        return DieCanvas.of(new DieGrid(40, 40, dies), 40);
    }

    private static int count(DieCanvas canvas, byte die) {
        int count = 0;
        for (int cell = 0; cell < canvas.side() * canvas.side(); cell++) {
            count += canvas.die(cell) == die ? 1 : 0;
        }
        return count;
    }

    @Test
    void shouldChangeOnlyAFewDiesAndNoPlaces() {
        Augmentation augmentation = new Augmentation(new SplittableRandom(1));
        int untouched = 0;
        int fewest = 800;
        for (int i = 0; i < 400; i++) {
            DieCanvas changed = augmentation.of(HALF);
            assertThat(count(changed, DieGrid.NO_DIE)).isEqualTo(1);
            int fails = count(changed, DieGrid.FAIL);
            // 15 % thinned, and four standard deviations; 2 % of 799 added, and as many.
            assertThat(fails).isBetween(800 - 120 - 41, 800 + 16 + 16);
            untouched += fails >= 800 ? 1 : 0;
            fewest = Math.min(fewest, fails);
        }
        assertThat(untouched).as("about half of the wafers are not thinned").isBetween(150, 290);
        assertThat(fewest).as("some are thinned well").isLessThan(720);
    }

    @Test
    void shouldShowAllViews() {
        Augmentation augmentation = new Augmentation(new SplittableRandom(2));
        long corners = IntStream.range(0, 200)
                .mapToObj(i -> augmentation.of(HALF))
                .map(canvas -> "" + canvas.die(0) + canvas.die(39) + canvas.die(1560) + canvas.die(1599))
                .filter(all -> all.contains("0"))
                .map(all -> all.indexOf('0'))
                .distinct()
                .count();
        assertThat(corners).isEqualTo(4);
    }
}
