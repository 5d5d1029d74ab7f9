package io.fleck.training.wafer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.wafer.grid.DieCanvas;
import io.fleck.core.wafer.grid.DieGrid;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutliersTest {
    private static final int SIDE = 24;
    private static final DieCanvas ROWS = striped(true);
    private static final DieCanvas COLUMNS = striped(false);

    private static DieCanvas striped(boolean rows) {
        byte[] dies = new byte[SIDE * SIDE];
        for (int i = 0; i < dies.length; i++) {
            int line = rows ? i / SIDE : i % SIDE;
            dies[i] = line == 6 ? DieGrid.FAIL : DieGrid.PASS;
        }
        dies[0] = DieGrid.NO_DIE;
        return DieCanvas.of(new DieGrid(SIDE, SIDE, dies), SIDE);
    }

    private static int fails(DieCanvas canvas) {
        int fails = 0;
        for (int cell = 0; cell < SIDE * SIDE; cell++) {
            fails += canvas.die(cell) == DieGrid.FAIL ? 1 : 0;
        }
        return fails;
    }

    @Test
    void shouldMixTwoWafersOrShuffleOne() {
        Outliers outliers = new Outliers(new SplittableRandom(1));
        Set<Integer> counts = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            DieCanvas made = outliers.of(ROWS, COLUMNS, true).orElseThrow();
            counts.add(fails(made));
            assertThat(made.die(0)).as("no die stays no die").isEqualTo(DieGrid.NO_DIE);
            for (int cell = 0; cell < SIDE * SIDE; cell++) {
                assertThat(made.die(cell)).isIn(DieGrid.NO_DIE, DieGrid.PASS, DieGrid.FAIL);
            }
        }
        assertThat(counts).as("the union, and many others").contains(47).hasSizeGreaterThan(5);
    }

    @Test
    void shouldOnlyShuffleWhereAMixtureWouldBeNoOutlier() {
        Outliers outliers = new Outliers(new SplittableRandom(2));
        int made = 0;
        for (int i = 0; i < 600; i++) {
            Optional<DieCanvas> outlier = outliers.of(ROWS, COLUMNS, false);
            made += outlier.isPresent() ? 1 : 0;
            outlier.ifPresent(shuffled -> {
                assertThat(fails(shuffled)).as("as many fails as before").isEqualTo(fails(ROWS));
                for (int column = 0; column < SIDE; column++) {
                    assertThat(shuffled.die(column))
                            .as("the outermost blocks stay")
                            .isEqualTo(ROWS.die(column));
                }
            });
        }
        assertThat(made).as("half of the kinds").isBetween(240, 360);
    }
}
