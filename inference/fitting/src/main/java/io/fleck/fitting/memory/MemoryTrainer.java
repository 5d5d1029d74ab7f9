package io.fleck.fitting.memory;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.fit.Trainer;
import io.fleck.fitting.parallel.Workers;
import io.fleck.fitting.projection.PartMoments;
import io.fleck.fitting.projection.PrincipalComponents;
import io.fleck.fitting.projection.Projection;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** Whitens, draws candidates from all pictures, and keeps the few that cover them. */
final class MemoryTrainer implements Trainer {
    /** Of the draw of candidates: which few of a hundred thousand sites are looked at matters little. */
    private static final long SEED = 20_221;

    private final MemoryRecipe recipe;
    private final Features features;
    private final PartMoments moments;
    private final Workers workers;

    MemoryTrainer(MemoryRecipe recipe, Features features, List<int[]> parts, Workers workers) {
        this.recipe = recipe;
        this.features = features;
        this.moments = new PartMoments(features, parts, workers);
        this.workers = workers;
    }

    @Override
    public FittedDetector fit(Set<Integer> chosen) throws InterruptedException {
        int[] images = moments.images(chosen);
        if (images.length == 0) {
            throw new FitException("a memory needs at least 1 good picture, there is none");
        }
        Projection whitening =
                PrincipalComponents.of(moments.of(chosen)).whitened(recipe.components(), recipe.whitening());
        float[][] candidates = candidates(images, whitening);
        int[] kept = Coreset.of(candidates, recipe.bank(), workers);
        float[][] bank = Arrays.stream(kept).mapToObj(i -> candidates[i]).toArray(float[][]::new);
        return new MemoryDetector(features.grid(), whitening, new MemoryBank(bank), recipe.context());
    }

    /** Sites of all pictures, the same number of each give or take one, drawn without repetition. */
    private float[][] candidates(int[] images, Projection whitening) throws InterruptedException {
        int sites = features.grid().sites();
        int total = (int) Math.min(recipe.candidates(), (long) images.length * sites);
        float[][] candidates = new float[total][];
        workers.forEach(images.length, i -> {
            int from = (int) ((long) total * i / images.length);
            int to = (int) ((long) total * (i + 1) / images.length);
            DMatrixRMaj projected = whitening.apply(features.images().get(images[i]));
            int[] drawn = draw(sites, to - from, SEED + images[i]);
            for (int k = 0; k < drawn.length; k++) {
                candidates[from + k] = column(projected, drawn[k]);
            }
        });
        return candidates;
    }

    /** The first of a shuffled deck (Fisher and Yates). */
    private static int[] draw(int sites, int count, long seed) {
        Random random = new Random(seed);
        int[] deck = IntStream.range(0, sites).toArray();
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(sites - i);
            int drawn = deck[other];
            deck[other] = deck[i];
            deck[i] = drawn;
        }
        return Arrays.copyOf(deck, count);
    }

    private static float[] column(DMatrixRMaj matrix, int column) {
        float[] values = new float[matrix.numRows];
        for (int row = 0; row < values.length; row++) {
            values[row] = (float) matrix.get(row, column);
        }
        return values;
    }
}
