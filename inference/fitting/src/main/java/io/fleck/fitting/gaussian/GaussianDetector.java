package io.fleck.fitting.gaussian;

import io.fleck.core.detect.ScoreMap;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.fit.Context;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.projection.Projection;

/** Mahalanobis distance of every site to its own Gaussian. */
final class GaussianDetector implements FittedDetector {
    private final Grid grid;
    private final Projection projection;
    private final SiteGaussians gaussians;
    private final Context context;
    private final boolean halfPrecision;

    GaussianDetector(
            Grid grid, Projection projection, SiteGaussians gaussians, Context context, boolean halfPrecision) {
        this.grid = grid;
        this.projection = projection;
        this.gaussians = gaussians;
        this.context = context;
        this.halfPrecision = halfPrecision;
    }

    @Override
    public ScoreMap map(float[] features) {
        return new ScoreMap(
                grid.columns(), grid.rows(), context.addTo(gaussians.distances(projection.apply(features))));
    }

    @Override
    public Grid grid() {
        return grid;
    }

    @Override
    public String appendSites(OnnxGraph graph) {
        String sites = new GaussianHead(graph, grid, projection, gaussians, halfPrecision).append();
        return context.append(graph, sites, grid.sites());
    }
}
