package io.fleck.training.wafer;

import io.fleck.fitting.wafer.DieArchitecture;
import io.fleck.fitting.wafer.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Weights to begin with: uniform within one over the square root of the inputs (as PyTorch's layers begin). */
final class Initial {
    private Initial() {}

    static Weights of(DieArchitecture architecture, RandomGenerator random) {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        Map<String, long[]> shapes = architecture.shapes();
        shapes.forEach((name, shape) -> tensors.put(name, new Weights.Tensor(values(name, shapes, random), shape)));
        return new Weights(tensors);
    }

    private static float[] values(String name, Map<String, long[]> shapes, RandomGenerator random) {
        long[] shape = shapes.getOrDefault(name, new long[0]);
        float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        if (name.endsWith(".scale") || name.endsWith(".variance")) {
            Arrays.fill(values, 1);
        } else if (name.endsWith(".weight") || name.endsWith(".bias")) {
            long[] matrix = shapes.getOrDefault(name.replace(".bias", ".weight"), shape);
            double bound = 1 / Math.sqrt(inputs(name, matrix));
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (bound * (2 * random.nextDouble() - 1));
            }
        }
        return values;
    }

    /** Level 0 keeps its matrix the other way round. */
    private static double inputs(String name, long[] matrix) {
        return name.startsWith("level0.")
                ? matrix[0]
                : Arrays.stream(matrix).skip(1).reduce(1, Math::multiplyExact);
    }
}
