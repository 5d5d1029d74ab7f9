package io.fleck.fitting.gaussian;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.fit.Trainer;
import io.fleck.fitting.parallel.Workers;
import io.fleck.fitting.projection.PartMoments;
import io.fleck.fitting.projection.PrincipalComponents;
import io.fleck.fitting.projection.Projection;
import java.util.List;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;

/** Fits on unions of parts. */
final class GaussianTrainer implements Trainer {
    private final GaussianRecipe recipe;
    private final Features features;
    private final PartMoments moments;
    private final Workers workers;

    GaussianTrainer(GaussianRecipe recipe, Features features, List<int[]> parts, Workers workers) {
        this.recipe = recipe;
        this.features = features;
        this.moments = new PartMoments(features, parts, workers);
        this.workers = workers;
    }

    @Override
    public FittedDetector fit(Set<Integer> chosen) throws InterruptedException {
        int[] images = moments.images(chosen);
        if (images.length < 2) {
            throw new FitException("a Gaussian needs at least 2 good pictures, there are " + images.length);
        }
        Projection projection = recipe.project(PrincipalComponents.of(moments.of(chosen)));
        SiteGaussians gaussians =
                SiteGaussians.of(project(projection, images), projection.components(), recipe.shrinkage(), workers);
        return new GaussianDetector(features.grid(), projection, gaussians, recipe.context(), recipe.halfPrecision());
    }

    /** By site the projected pictures one after the other, [sites][pictures * components]. */
    private float[][] project(Projection projection, int[] images) throws InterruptedException {
        int components = projection.components();
        float[][] vectors = new float[features.grid().sites()][images.length * components];
        workers.forEach(images.length, i -> {
            DMatrixRMaj projected = projection.apply(features.images().get(images[i]));
            for (int component = 0; component < components; component++) {
                for (int site = 0; site < vectors.length; site++) {
                    vectors[site][i * components + component] = (float) projected.get(component, site);
                }
            }
        });
        return vectors;
    }
}
