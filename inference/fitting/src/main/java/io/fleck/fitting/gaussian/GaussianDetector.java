package io.fleck.fitting.gaussian;

import io.fleck.core.detect.ScoreMap;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.onnx.OnnxGraph;

/** Mahalanobis distance of every site to its own Gaussian. */
final class GaussianDetector implements FittedDetector {
    private final Grid grid;
    private final Projection projection;
    private final SiteGaussians gaussians;
    private final boolean halfPrecision;

    GaussianDetector(Grid grid, Projection projection, SiteGaussians gaussians, boolean halfPrecision) {
        this.grid = grid;
        this.projection = projection;
        this.gaussians = gaussians;
        this.halfPrecision = halfPrecision;
    }

    @Override
    public ScoreMap map(float[] features) {
        return new ScoreMap(grid.columns(), grid.rows(), gaussians.distances(projection.apply(features)));
    }

    @Override
    public void appendTo(OnnxGraph graph) {
        new GaussianHead(graph, grid, projection, gaussians, halfPrecision).append();
    }
}
