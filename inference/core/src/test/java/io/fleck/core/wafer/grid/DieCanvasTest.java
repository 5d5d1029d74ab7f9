package io.fleck.core.wafer.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DieCanvasTest {
    /** 2 x 3 dies: fail, pass, no die; pass, pass, fail. */
    private static final DieGrid GRID = new DieGrid(2, 3, new byte[] {2, 1, 0, 1, 1, 2});

    private static String rows(DieCanvas canvas) {
        return IntStream.range(0, canvas.side())
                .mapToObj(row -> IntStream.range(0, canvas.side())
                        .mapToObj(column -> String.valueOf(canvas.die(row * canvas.side() + column)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void shouldCentreASmallGridWithoutResizingIt() {
        assertThat(rows(DieCanvas.of(GRID, 6))).isEqualTo("000000 000000 021000 011200 000000 000000");
    }

    @Test
    void shouldThinALargeGridToTheCanvas() {
        byte[] dies = new byte[8 * 8];
        Arrays.fill(dies, DieGrid.PASS);
        for (int i = 0; i < 8; i++) {
            dies[i * 8 + 5] = DieGrid.FAIL;
        }
        assertThat(rows(DieCanvas.of(new DieGrid(8, 8, dies), 4))).isEqualTo("1121 1121 1121 1121");
    }

    @Test
    void shouldMeasureRadiiFromTheCentreOfTheWafer() {
        DieCanvas canvas = DieCanvas.of(new DieGrid(3, 3, new byte[] {1, 1, 1, 1, 1, 1, 1, 0, 1}), 4);
        assertThat(canvas.radius(1 * 4 + 1)).as("the middle").isZero();
        assertThat(canvas.radius(1)).as("above it").isEqualTo(2 / 3f);
        assertThat(canvas.radius(0)).as("a corner").isEqualTo((float) Math.hypot(2 / 3.0, 2 / 3.0));
        assertThat(canvas.radius(2 * 4 + 1)).as("no die").isZero();
    }

    @Test
    void shouldSeeEightDifferentViewsOfWhichEachKeepsItsDies() {
        DieCanvas canvas = DieCanvas.of(GRID, 6);
        Set<String> views = new HashSet<>();
        for (int view = 0; view < DieCanvas.VIEWS; view++) {
            DieCanvas seen = canvas.seen(view);
            views.add(rows(seen));
            assertThat(DieTensors.of(seen).sites()).isEqualTo(2);
            assertThat(radii(seen))
                    .as("radii move with their dies, view %d", view)
                    .isEqualTo(radii(canvas));
        }
        assertThat(views).hasSize(DieCanvas.VIEWS);
        assertThat(rows(canvas.seen(0))).isEqualTo(rows(canvas));
    }

    private static float radii(DieCanvas canvas) {
        float sum = 0;
        for (int cell = 0; cell < canvas.side() * canvas.side(); cell++) {
            sum += canvas.die(cell) == DieGrid.FAIL ? canvas.radius(cell) : 0;
        }
        return sum;
    }

    @Test
    void shouldMirrorAndTurn() {
        DieCanvas canvas = DieCanvas.of(new DieGrid(2, 2, new byte[] {2, 1, 1, 1}), 2);
        assertThat(rows(canvas.seen(1))).as("columns mirrored").isEqualTo("12 11");
        assertThat(rows(canvas.seen(2))).as("rows mirrored").isEqualTo("11 21");
        assertThat(rows(canvas.seen(3))).as("half a turn").isEqualTo("11 12");
        assertThat(rows(canvas.seen(1).seen(1))).isEqualTo(rows(canvas));
        DieCanvas oblong = DieCanvas.of(GRID, 6);
        assertThat(rows(oblong.seen(4).seen(4)))
                .as("rows and columns swapped twice")
                .isEqualTo(rows(oblong));
    }

    @Test
    void shouldKeepPlacesUnderOtherDies() {
        DieCanvas canvas = DieCanvas.of(GRID, 4);
        byte[] dies = new byte[16];
        dies[5] = DieGrid.FAIL;
        DieCanvas changed = canvas.withDies(dies);
        assertThat(changed.radius(5)).isEqualTo(canvas.radius(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> canvas.withDies(new byte[3]))
                .withMessage("3 dies for a canvas of 16 cells");
    }

    @Test
    void shouldRefuseSizesAndViewsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DieCanvas.of(GRID, 5))
                .withMessageContaining("5 cells");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DieCanvas.of(GRID, 4).seen(8))
                .withMessage("view 8; allowed are 0 to 7");
    }

    @Test
    void shouldCompareGridsByTheirDies() {
        DieGrid same = new DieGrid(2, 3, new byte[] {2, 1, 0, 1, 1, 2});
        assertThat(same).isEqualTo(GRID).hasSameHashCodeAs(GRID);
        assertThat(new DieGrid(3, 2, same.dies())).isNotEqualTo(GRID);
        assertThat(GRID.fails()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DieGrid(2, 2, new byte[3]))
                .withMessageContaining("2 x 2 dies with 3 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DieGrid(1, 1, new byte[] {3}))
                .withMessageContaining("die 3");
    }
}
