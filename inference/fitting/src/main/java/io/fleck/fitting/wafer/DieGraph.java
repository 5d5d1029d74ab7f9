package io.fleck.fitting.wafer;

import static io.fleck.fitting.wafer.DieArchitecture.convolution;
import static io.fleck.fitting.wafer.DieArchitecture.norm;

import io.fleck.core.wafer.WaferGraph;
import io.fleck.core.wafer.grid.DieTensors;
import io.fleck.core.wafer.grid.SparseGrid;
import io.fleck.fitting.onnx.Attribute;
import io.fleck.fitting.onnx.ElementType;
import io.fleck.fitting.onnx.OnnxGraph;
import java.util.List;

/**
 * Writes the network of die grids as plain ONNX. Submanifold convolution is Gather by the neighbour table, which has a
 * row of zeros in front for absent neighbours, and MatMul; pooling into the dense grid is Gather by the table of children
 * and ReduceMax. Sites and wafers vary independently. Every wafer comes with several views, whose results are averaged.
 */
public final class DieGraph {
    private static final Attribute FIRST = Attribute.of("axis", 0);

    private final DieArchitecture architecture;
    private final Weights weights;
    private final int views;
    private final OnnxGraph graph = OnnxGraph.empty("wafer-dies");
    private final String logits;
    private final String latent;

    /**
     * Builds the network.
     *
     * @param weights all that {@link DieArchitecture#shapes} names
     * @param views of a wafer, 1 to 8
     */
    public DieGraph(DieArchitecture architecture, Weights weights, int views) {
        this.architecture = architecture;
        this.weights = weights;
        this.views = views;
        String embedded = linear("latent", pooled(dense(sites())));
        this.latent = averaged("latent.mean", embedded, architecture.latent());
        this.logits = averaged("logits.mean", head(embedded), architecture.classes());
    }

    /** Level 0: [sites + 1, channels], the first row zero. */
    private String sites() {
        String features =
                graph.inputOf(WaferGraph.SITES, WaferGraph.FEATURES, ElementType.FLOAT32, DieTensors.FEATURES);
        String neighbours =
                graph.inputOf(WaferGraph.SITES, WaferGraph.NEIGHBOURS, ElementType.INT32, SparseGrid.NEIGHBOURS);
        String rows = withZeroRow(features, DieTensors.FEATURES);
        for (int i = 0; i < DieArchitecture.CONVOLUTIONS; i++) {
            int channels = architecture.widths().get(0);
            rows = withZeroRow(submanifold(i, rows, neighbours), channels);
        }
        return rows;
    }

    private String withZeroRow(String rows, int channels) {
        String zeros = graph.floats(rows + ".absent", new float[channels], 1, channels);
        return graph.add("Concat", rows + ".padded", List.of(zeros, rows), FIRST);
    }

    private String submanifold(int i, String rows, String neighbours) {
        String name = convolution(0, i);
        FoldedNorm norm = FoldedNorm.of(weights, norm(0, i));
        long patch = (long) SparseGrid.NEIGHBOURS * architecture.inputs(0, i);
        int channels = architecture.widths().get(0);
        String square = graph.add("Gather", name + ".square", List.of(rows, neighbours), FIRST);
        String flat = reshape(name + ".flat", square, -1, patch);
        String matrix = graph.floats(name + ".weight", norm.columns(weights.values(name + ".weight")), patch, channels);
        String product = graph.add("MatMul", name, List.of(flat, matrix));
        String bias = graph.floats(name + ".bias", norm.shift(), channels);
        return graph.add("Relu", name + ".relu", List.of(graph.add("Add", name + ".sum", List.of(product, bias))));
    }

    /** Levels from 1 on: [B x views, channels, rows, columns]. */
    private String dense(String sites) {
        String value = joined(sites);
        for (int level = 1; level < architecture.levels(); level++) {
            if (level > 1) {
                value = graph.add(
                        "MaxPool",
                        "level" + level + ".pool",
                        List.of(value),
                        Attribute.of("kernel_shape", new long[] {2, 2}),
                        Attribute.of("strides", new long[] {2, 2}));
            }
            for (int i = 0; i < DieArchitecture.CONVOLUTIONS; i++) {
                value = convolved(level, i, value);
            }
        }
        return value;
    }

    /** The sites' maximum in every cell, and the context beside it. */
    private String joined(String sites) {
        long side = architecture.side(1);
        int channels = architecture.widths().get(0);
        String children = graph.input(WaferGraph.CHILDREN, ElementType.INT32, views, side * side, SparseGrid.CHILDREN);
        String context = graph.input(WaferGraph.CONTEXT, ElementType.FLOAT32, views, DieTensors.CONTEXT, side, side);
        String each = graph.add("Gather", "level1.children", List.of(sites, children), FIRST);
        String most = graph.reduce("ReduceMax", "level1.most", each, 3);
        String cells = reshape("level1.cells", most, -1, side * side, channels);
        String turned =
                graph.add("Transpose", "level1.turned", List.of(cells), Attribute.of("perm", new long[] {0, 2, 1}));
        String picture = reshape("level1.picture", turned, -1, channels, side, side);
        String around = reshape("level1.context", context, -1, DieTensors.CONTEXT, side, side);
        return graph.add("Concat", "level1.input", List.of(picture, around), Attribute.of("axis", 1));
    }

    private String convolved(int level, int i, String value) {
        String name = convolution(level, i);
        FoldedNorm norm = FoldedNorm.of(weights, norm(level, i));
        Weights.Tensor kernel = weights.get(name + ".weight");
        String matrix = graph.floats(name + ".weight", norm.rows(kernel.values()), kernel.shape());
        String bias = graph.floats(name + ".bias", norm.shift(), norm.shift().length);
        String sum =
                graph.add("Conv", name, List.of(value, matrix, bias), Attribute.of("pads", new long[] {1, 1, 1, 1}));
        return graph.add("Relu", name + ".relu", List.of(sum));
    }

    /** Mean and maximum over the whole grid: [B x views, 2 channels]. The mean over all cells keeps the density. */
    private String pooled(String value) {
        int last = architecture.levels() - 1;
        long cells = (long) architecture.side(last) * architecture.side(last);
        String flat = reshape("grid.flat", value, -1, architecture.widths().get(last), cells);
        String mean = graph.reduce("ReduceMean", "grid.mean", flat, 2);
        String most = graph.reduce("ReduceMax", "grid.most", flat, 2);
        return graph.add("Concat", "grid.pooled", List.of(mean, most), Attribute.of("axis", 1));
    }

    private String linear(String name, String value) {
        Weights.Tensor matrix = weights.get(name + ".weight");
        String constant = graph.floats(name + ".weight", matrix.values(), matrix.shape());
        String bias = graph.floats(name + ".bias", weights.values(name + ".bias"), matrix.shape()[0]);
        return graph.add("Gemm", name + ".each", List.of(value, constant, bias), Attribute.of("transB", 1));
    }

    private String head(String embedded) {
        FoldedNorm norm = FoldedNorm.of(weights, "head.norm");
        String gain = graph.floats("head.gain", norm.gain(), architecture.latent());
        String shift = graph.floats("head.shift", norm.shift(), architecture.latent());
        String scaled = graph.add("Mul", "head.scaled", List.of(embedded, gain));
        String shifted = graph.add("Add", "head.shifted", List.of(scaled, shift));
        return linear("head", graph.add("Relu", "head.relu", List.of(shifted)));
    }

    private String averaged(String name, String value, int size) {
        return graph.reduce("ReduceMean", name, reshape(name + ".views", value, -1, views, size), 1);
    }

    private String reshape(String name, String value, long... shape) {
        return graph.add("Reshape", name, List.of(value, graph.longs(name + ".shape", shape)));
    }

    /** The network alone: logits and latent embedding. */
    public OnnxGraph plain() {
        outputs(logits);
        return graph;
    }

    private void outputs(String classes) {
        graph.output(WaferGraph.LOGITS, classes, architecture.classes());
        graph.output(WaferGraph.LATENT, latent, architecture.latent());
    }

    /** The network with a decision behind it: corrected logits, latent embedding and novelty scores. */
    public OnnxGraph with(WaferHead head) {
        outputs(head.corrected(graph, logits));
        graph.output(WaferGraph.NOVELTY, head.novelty(graph, logits, latent), WaferGraph.SCORES);
        return graph;
    }
}
