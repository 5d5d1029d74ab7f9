package io.fleck.fitting.gaussian;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.fit.Trainer;
import io.fleck.fitting.parallel.Workers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Fits on parts of the pictures. The moments of all are summed once; those of a large part are all less the rest, so that
 * five folds cost two passes instead of five.
 */
final class GaussianTrainer implements Trainer {
    private final GaussianRecipe recipe;
    private final Features features;
    private final Workers workers;
    private @Nullable ChannelMoments all;

    GaussianTrainer(GaussianRecipe recipe, Features features, Workers workers) {
        this.recipe = recipe;
        this.features = features;
        this.workers = workers;
    }

    @Override
    public FittedDetector fit(int[] images) throws InterruptedException {
        if (images.length < 2) {
            throw new FitException("a Gaussian needs at least 2 good pictures, there are " + images.length);
        }
        Projection projection = Projection.of(moments(images), recipe.components());
        SiteGaussians gaussians =
                SiteGaussians.of(project(projection, images), recipe.components(), recipe.shrinkage(), workers);
        return new GaussianDetector(features.grid(), projection, gaussians, recipe.halfPrecision());
    }

    private ChannelMoments moments(int[] images) throws InterruptedException {
        if (2 * images.length <= features.size()) {
            return ChannelMoments.of(features, images, workers);
        }
        int[] rest = rest(images);
        return rest.length == 0 ? all() : all().minus(ChannelMoments.of(features, rest, workers));
    }

    private ChannelMoments all() throws InterruptedException {
        ChannelMoments known = all;
        if (known == null) {
            known = ChannelMoments.of(
                    features, IntStream.range(0, features.size()).toArray(), workers);
            all = known;
        }
        return known;
    }

    private int[] rest(int[] images) {
        BitSet taken = new BitSet();
        Arrays.stream(images).forEach(taken::set);
        return IntStream.range(0, features.size()).filter(i -> !taken.get(i)).toArray();
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
