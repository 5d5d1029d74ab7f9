package io.fleck.fitting.gaussian;

import io.fleck.fitting.backbone.FeatureGraph;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.onnx.Attribute;
import io.fleck.fitting.onnx.OnnxGraph;
import java.util.List;

/**
 * The detector as nodes and constants. Sites come first and pictures last in the large product, [sites, K, K] times
 * [sites, K, B]: every whitening is then read once a batch, not once a picture.
 */
final class GaussianHead {
    private final OnnxGraph graph;
    private final Grid grid;
    private final Projection projection;
    private final SiteGaussians gaussians;
    private final boolean halfPrecision;

    GaussianHead(OnnxGraph graph, Grid grid, Projection projection, SiteGaussians gaussians, boolean halfPrecision) {
        this.graph = graph;
        this.grid = grid;
        this.projection = projection;
        this.gaussians = gaussians;
        this.halfPrecision = halfPrecision;
    }

    void append() {
        graph.outputs(List.of(FeatureGraph.FEATURES));
        String distances = distances(sitesFirst(projected()));
        String rows = graph.longs("map.shape", 0, grid.rows(), grid.columns());
        String map = graph.add("Reshape", "gaussian.map", List.of(distances, rows));
        graph.output(FittedDetector.SCORE, graph.reduce("ReduceMax", "gaussian.score", distances, 1));
        graph.output(FittedDetector.MAP, map, grid.rows(), grid.columns());
        graph.outputs(List.of(FittedDetector.SCORE, FittedDetector.MAP));
    }

    /** Standardising and principal components as one 1 x 1 convolution, [B, K, rows, columns]. */
    private String projected() {
        int components = projection.components();
        int channels = projection.weights().numCols;
        String weights =
                graph.floats("projection.weights", floats(projection.weights().data), components, channels, 1, 1);
        String bias = graph.floats("projection.bias", floats(projection.bias()), components);
        return graph.add("Conv", "projection", List.of(FeatureGraph.FEATURES, weights, bias));
    }

    /** [B, K, rows, columns] as [sites, K, B]. */
    private String sitesFirst(String projected) {
        String shape = graph.longs("sites.shape", 0, projection.components(), grid.sites());
        String flat = graph.add("Reshape", "sites.flat", List.of(projected, shape));
        return graph.add("Transpose", "sites.first", List.of(flat), Attribute.of("perm", new long[] {2, 1, 0}));
    }

    /** [sites, K, B] to distances [B, sites]. */
    private String distances(String vectors) {
        int size = gaussians.dimensions();
        String means = graph.floats("sites.means", joined(gaussians.means()), grid.sites(), size, 1);
        String centred = graph.add("Sub", "sites.centred", List.of(vectors, means));
        String white = graph.add("MatMul", "sites.white", List.of(whitening(size), centred));
        String squares = graph.add("Mul", "sites.squares", List.of(white, white));
        String sums = graph.reduce("ReduceSum", "sites.sums", squares, 1);
        String pictures =
                graph.add("Transpose", "distances.squared", List.of(sums), Attribute.of("perm", new long[] {1, 0}));
        return graph.add("Sqrt", "distances", List.of(pictures));
    }

    private String whitening(int size) {
        float[] values = joined(gaussians.whitenings());
        return halfPrecision
                ? graph.halves("sites.whitening", values, grid.sites(), size, size)
                : graph.floats("sites.whitening", values, grid.sites(), size, size);
    }

    private static float[] joined(float[][] parts) {
        float[] joined = new float[parts.length * parts[0].length];
        for (int i = 0; i < parts.length; i++) {
            System.arraycopy(parts[i], 0, joined, i * parts[i].length, parts[i].length);
        }
        return joined;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
