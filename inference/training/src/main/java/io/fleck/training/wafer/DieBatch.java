package io.fleck.training.wafer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.fleck.core.wafer.grid.DieCanvas;
import io.fleck.core.wafer.grid.DieTensors;
import io.fleck.core.wafer.grid.SparseGrid;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Canvases as one batch of PyTorch arrays. */
final class DieBatch {
    private DieBatch() {}

    /**
     * Lays wafers behind each other.
     *
     * @param canvases with one failing die among them at least
     * @param mixing of pooled values, as {@link LatentBalance#mixing} gives it; {@code null} for none
     * @param dropout mask of {@link #dropout}; {@code null} for none
     */
    static DieNetwork.Inputs of(
            NDManager manager, List<DieCanvas> canvases, @Nullable NDArray mixing, @Nullable NDArray dropout) {
        List<DieTensors> wafers = canvases.stream().map(DieTensors::of).toList();
        int half = canvases.get(0).side() / 2;
        int sites = wafers.stream().mapToInt(DieTensors::sites).sum();
        FloatBuffer features = FloatBuffer.allocate(sites * DieTensors.FEATURES);
        IntBuffer neighbours = IntBuffer.allocate(sites * SparseGrid.NEIGHBOURS);
        IntBuffer children = IntBuffer.allocate(wafers.size() * half * half * SparseGrid.CHILDREN);
        FloatBuffer context = FloatBuffer.allocate(wafers.size() * DieTensors.CONTEXT * half * half);
        int before = 0;
        for (DieTensors wafer : wafers) {
            wafer.putFeatures(features);
            wafer.putNeighbours(neighbours, before);
            wafer.putChildren(children, before);
            wafer.putContext(context);
            before += wafer.sites();
        }
        return new DieNetwork.Inputs(
                manager.create(features.array(), new Shape(sites, DieTensors.FEATURES)),
                manager.create(neighbours.array()),
                manager.create(children.array()),
                manager.create(context.array(), new Shape(wafers.size(), DieTensors.CONTEXT, half, half)),
                mixing,
                dropout);
    }

    /** Zero for a part of the values, and for the others what keeps the mean. */
    static NDArray dropout(NDManager manager, int rows, int columns, double part, RandomGenerator random) {
        float[] mask = new float[rows * columns];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < part ? 0 : (float) (1 / (1 - part));
        }
        return manager.create(mask, new Shape(rows, columns));
    }
}
