package io.fleck.core.wafer.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.junit.jupiter.api.Test;

class DieTensorsTest {
    private static final DieCanvas CANVAS = DieCanvas.of(new DieGrid(2, 3, new byte[] {2, 1, 0, 1, 1, 2}), 4);

    private final DieTensors tensors = DieTensors.of(CANVAS);

    @Test
    void shouldMakeFailingDiesItsSites() {
        assertThat(tensors.sites()).isEqualTo(2);
        FloatBuffer features = FloatBuffer.allocate(4);
        tensors.putFeatures(features);
        assertThat(features.array()).containsExactly(1, CANVAS.radius(4), 1, CANVAS.radius(10));
    }

    @Test
    void shouldCountTablesOnBehindTheWafersBefore() {
        IntBuffer first = IntBuffer.allocate(18);
        IntBuffer later = IntBuffer.allocate(18);
        tensors.putNeighbours(first, 0);
        tensors.putNeighbours(later, 100);
        for (int i = 0; i < 18; i++) {
            int expected = first.get(i) == SparseGrid.ABSENT ? SparseGrid.ABSENT : first.get(i) + 100;
            assertThat(later.get(i)).isEqualTo(expected);
        }
        assertThat(first.get(4)).isEqualTo(1);
    }

    @Test
    void shouldPoolEverySiteIntoItsCell() {
        IntBuffer children = IntBuffer.allocate(16);
        tensors.putChildren(children, 0);
        assertThat(children.array()).containsExactly(0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0);
    }

    @Test
    void shouldAverageFailDieAndRadiusOverFourDies() {
        FloatBuffer context = FloatBuffer.allocate(12);
        tensors.putContext(context);
        float[] values = context.array();
        assertThat(new float[] {values[0], values[1], values[2], values[3]}).containsExactly(0.25f, 0, 0, 0.25f);
        assertThat(new float[] {values[4], values[5], values[6], values[7]}).containsExactly(0.5f, 0, 0.5f, 0.25f);
        assertThat(values[8]).isEqualTo((CANVAS.radius(4) + CANVAS.radius(5)) / 4);
        assertThat(values[11]).isEqualTo(CANVAS.radius(10) / 4);
    }

    @Test
    void shouldReadAWaferWithoutFails() {
        DieTensors clean = DieTensors.of(DieCanvas.of(new DieGrid(1, 1, new byte[] {1}), 4));
        assertThat(clean.sites()).isZero();
        IntBuffer children = IntBuffer.allocate(16);
        clean.putChildren(children, 5);
        assertThat(children.array()).containsOnly(SparseGrid.ABSENT);
    }
}
