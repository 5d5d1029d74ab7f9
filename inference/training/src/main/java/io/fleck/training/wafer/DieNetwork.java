package io.fleck.training.wafer;

import static io.fleck.fitting.wafer.DieArchitecture.CONVOLUTIONS;
import static io.fleck.fitting.wafer.DieArchitecture.EPSILON;
import static io.fleck.fitting.wafer.DieArchitecture.convolution;
import static io.fleck.fitting.wafer.DieArchitecture.norm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import io.fleck.core.wafer.grid.DieTensors;
import io.fleck.core.wafer.grid.SparseGrid;
import io.fleck.fitting.wafer.DieArchitecture;
import io.fleck.training.torch.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The forward pass of the network of die grids in PyTorch, through the same tables as the graph that is written of it, so
 * that level 0 costs what its failing dies cost.
 */
final class DieNetwork {
    /** What batch norm keeps of its statistics a step. */
    private static final float MOMENTUM = 0.9f;

    private final DieArchitecture architecture;
    private final Parameters parameters;
    private final boolean training;

    /**
     * A forward pass.
     *
     * @param training whether batch norm takes the batch's own statistics and moves its running ones
     */
    DieNetwork(DieArchitecture architecture, Parameters parameters, boolean training) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.training = training;
    }

    /**
     * Inputs of one batch.
     *
     * @param features float32 [sites, 2]
     * @param neighbours int32 [sites x 9]
     * @param children int32 [wafers x cells x 4]
     * @param context float32 [wafers, 3, rows, columns]
     * @param mixing float32 [more rows, wafers]: which mixtures of pooled values follow those of the wafers; {@code null}
     *     for none
     * @param dropout what pooled values are multiplied with, a row a wafer and mixture; {@code null} for nothing
     */
    record Inputs(
            NDArray features,
            NDArray neighbours,
            NDArray children,
            NDArray context,
            @Nullable NDArray mixing,
            @Nullable NDArray dropout) {}

    /** Logits [wafers and mixtures, classes] and latent embeddings [wafers and mixtures, n]. */
    record Outputs(NDArray logits, NDArray latent) {}

    Outputs forward(Inputs inputs) {
        NDArray pooled = mixed(pooled(dense(sites(inputs), inputs)), inputs.mixing());
        NDArray dropout = inputs.dropout();
        NDArray latent = linear("latent", dropout == null ? pooled : pooled.mul(dropout));
        NDArray logits = linear("head", normalised("head.norm", latent));
        return new Outputs(logits, latent);
    }

    private static NDArray mixed(NDArray pooled, @Nullable NDArray mixing) {
        return mixing == null ? pooled : pooled.concat(mixing.matMul(pooled), 0);
    }

    private NDArray sites(Inputs inputs) {
        NDArray rows = inputs.features();
        for (int i = 0; i < CONVOLUTIONS; i++) {
            long patch = (long) SparseGrid.NEIGHBOURS * architecture.inputs(0, i);
            NDArray squares = gathered(rows, inputs.neighbours()).reshape(-1, patch);
            rows = normalised(norm(0, i), squares.matMul(parameters.get(convolution(0, i) + ".weight")));
        }
        return rows;
    }

    /** Rows by a table in which 0 stands for zeros. Its gradient adds rows up, which a general index does far slower. */
    private static NDArray gathered(NDArray rows, NDArray table) {
        NDArray absent = rows.getManager().zeros(new Shape(1, rows.getShape().get(1)));
        return Embedding.embedding(table, absent.concat(rows, 0), SparseFormat.DENSE)
                .head();
    }

    private NDArray dense(NDArray sites, Inputs inputs) {
        NDArray value = joined(sites, inputs);
        for (int level = 1; level < architecture.levels(); level++) {
            if (level > 1) {
                value = Pool.maxPool2d(value, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
            }
            for (int i = 0; i < CONVOLUTIONS; i++) {
                NDArray kernel = parameters.get(convolution(level, i) + ".weight");
                NDArray sum = Conv2d.conv2d(value, kernel, null, new Shape(1, 1), new Shape(1, 1), new Shape(1, 1), 1)
                        .head();
                value = normalised(norm(level, i), sum);
            }
        }
        return value;
    }

    /**
     * The sites' maximum in every cell, and the context beside it. Channels lie innermost in memory, and every layer behind
     * keeps them there: PyTorch then takes a quarter less time a step.
     */
    private NDArray joined(NDArray sites, Inputs inputs) {
        long side = architecture.side(1);
        int channels = architecture.widths().get(0);
        NDArray most = gathered(sites, inputs.children())
                .reshape(-1, side * side, SparseGrid.CHILDREN, channels)
                .max(new int[] {2})
                .reshape(-1, side, side, channels);
        NDArray context = inputs.context().reshape(-1, DieTensors.CONTEXT, side, side);
        return most.concat(context.transpose(0, 2, 3, 1), 3).transpose(0, 3, 1, 2);
    }

    private NDArray pooled(NDArray value) {
        int last = architecture.levels() - 1;
        long cells = (long) architecture.side(last) * architecture.side(last);
        NDArray flat = value.reshape(-1, architecture.widths().get(last), cells);
        return flat.mean(new int[] {2}).concat(flat.max(new int[] {2}), 1);
    }

    private NDArray linear(String name, NDArray value) {
        return Linear.linear(value, parameters.get(name + ".weight"), parameters.get(name + ".bias"))
                .head();
    }

    private NDArray normalised(String name, NDArray value) {
        NDArray normal = BatchNorm.batchNorm(
                        value,
                        parameters.get(name + ".mean"),
                        parameters.get(name + ".variance"),
                        parameters.get(name + ".scale"),
                        parameters.get(name + ".shift"),
                        1,
                        MOMENTUM,
                        EPSILON,
                        training)
                .head();
        return Activation.relu(normal);
    }
}
