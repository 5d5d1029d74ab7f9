package io.fleck.fitting.gaussian;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.fit.Trainer;
import io.fleck.fitting.parallel.Workers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** Fits on unions of parts; the moments of a part are summed once, however many unions it is in. */
final class GaussianTrainer implements Trainer {
    private final GaussianRecipe recipe;
    private final Features features;
    private final List<int[]> parts;
    private final Workers workers;
    private final Map<Integer, ChannelMoments> moments = new HashMap<>();

    GaussianTrainer(GaussianRecipe recipe, Features features, List<int[]> parts, Workers workers) {
        this.recipe = recipe;
        this.features = features;
        this.parts = List.copyOf(parts);
        this.workers = workers;
    }

    @Override
    public FittedDetector fit(Set<Integer> chosen) throws InterruptedException {
        Set<Integer> ordered = new TreeSet<>(chosen);
        int[] images = ordered.stream()
                .flatMapToInt(part -> IntStream.of(parts.get(part)))
                .sorted()
                .toArray();
        if (images.length < 2) {
            throw new FitException("a Gaussian needs at least 2 good pictures, there are " + images.length);
        }
        Projection projection = Projection.of(moments(ordered), recipe.components());
        SiteGaussians gaussians =
                SiteGaussians.of(project(projection, images), recipe.components(), recipe.shrinkage(), workers);
        return new GaussianDetector(features.grid(), projection, gaussians, recipe.halfPrecision());
    }

    private ChannelMoments moments(Set<Integer> chosen) throws InterruptedException {
        ChannelMoments sum = ChannelMoments.zero(features.channels());
        for (int part : chosen) {
            ChannelMoments known = moments.get(part);
            if (known == null) {
                known = ChannelMoments.of(features, parts.get(part), workers);
                moments.put(part, known);
            }
            sum = sum.plus(known);
        }
        return sum;
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
