package io.fleck.fitting.memory;

import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.onnx.Attribute;
import io.fleck.fitting.onnx.OnnxGraph;
import java.util.List;

/** Mean over a site and its neighbours, 3 x 3, of those that exist. */
final class Smoothing {
    private Smoothing() {}

    /** Smooths the values of a grid. */
    static float[] of(float[] values, Grid grid) {
        float[] smooth = new float[values.length];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                smooth[row * grid.columns() + column] = mean(values, grid, row, column);
            }
        }
        return smooth;
    }

    private static float mean(float[] values, Grid grid, int row, int column) {
        double sum = 0;
        int count = 0;
        for (int y = Math.max(0, row - 1); y <= Math.min(grid.rows() - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(grid.columns() - 1, column + 1); x++) {
                sum += values[y * grid.columns() + x];
                count++;
            }
        }
        return (float) (sum / count);
    }

    /** Appends it for a value [B, 1, rows, columns]. */
    static String append(OnnxGraph graph, String value) {
        return graph.add(
                "AveragePool",
                "memory.smooth",
                List.of(value),
                Attribute.of("kernel_shape", new long[] {3, 3}),
                Attribute.of("pads", new long[] {1, 1, 1, 1}),
                Attribute.of("count_include_pad", 0));
    }
}
