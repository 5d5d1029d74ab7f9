package io.fleck.fitting.wafer;

import io.fleck.core.wafer.grid.DieGrid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Made-up wafers and weights for tests. */
public final class Wafers {
    private Wafers() {}

    /** A round wafer whose dies fail by chance. */
    public static DieGrid round(int rows, int columns, double failing, RandomGenerator random) {
        byte[] dies = new byte[rows * columns];
        for (int i = 0; i < dies.length; i++) {
            int row = i / columns;
            int column = i % columns;
            double y = (row + 0.5) / rows * 2 - 1;
            double x = (column + 0.5) / columns * 2 - 1;
            dies[i] = x * x + y * y > 1 ? DieGrid.NO_DIE : random.nextDouble() < failing ? DieGrid.FAIL : DieGrid.PASS;
        }
        return new DieGrid(rows, columns, dies);
    }

    /** Wafers of several sizes, one of them without a failing die. */
    public static List<DieGrid> several(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DieGrid> wafers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            wafers.add(round(11 + random.nextInt(40), 11 + random.nextInt(40), i == 1 ? 0 : 0.1, random));
        }
        return wafers;
    }

    /** A network whose weights are drawn by chance, batch norm included. */
    public static Weights weights(DieArchitecture architecture, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        architecture.shapes().forEach((name, shape) -> {
            int size = 1;
            for (long dimension : shape) {
                size *= (int) dimension;
            }
            float[] values = new float[size];
            boolean positive = name.endsWith(".variance") || name.endsWith(".scale");
            double spread = positive ? 1 : name.endsWith(".weight") ? 2 / Math.sqrt(size / (double) shape[0]) : 0.5;
            for (int i = 0; i < size; i++) {
                double value = random.nextDouble() * 2 - 1;
                values[i] = (float) (positive ? 0.5 + Math.abs(value) : spread * value);
            }
            tensors.put(name, new Weights.Tensor(values, shape));
        });
        return new Weights(tensors);
    }
}
