package io.fleck.fitting.gaussian;

import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.onnx.Attribute;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.projection.Projection;
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

    /** Distances [B, sites]. */
    String append() {
        return distances(sitesFirst(projection.appendTo(graph)));
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
}
