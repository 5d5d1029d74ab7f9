package io.fleck.fitting.gaussian;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.Recipe;
import io.fleck.fitting.fit.Trainer;
import io.fleck.fitting.parallel.Workers;
import java.util.List;
import java.util.Map;

/**
 * Settings of the Gaussian detector.
 *
 * @param components principal components K that are kept, at least 1
 * @param shrinkage of every site's covariance towards a multiple of the identity, in (0, 1]
 * @param halfPrecision whether the whitenings are stored as float16
 */
record GaussianRecipe(int components, double shrinkage, boolean halfPrecision) implements Recipe {
    @Override
    public String detector() {
        return GaussianFitter.NAME;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                GaussianFitter.COMPONENTS,
                String.valueOf(components),
                GaussianFitter.SHRINKAGE,
                String.valueOf(shrinkage),
                GaussianFitter.CONSTANTS,
                halfPrecision ? GaussianFitter.FLOAT16 : GaussianFitter.FLOAT32);
    }

    @Override
    public Trainer prepare(Features features, List<int[]> parts, Workers workers) {
        if (components > features.channels()) {
            throw new FitException("components " + components + "; allowed are 1 to " + features.channels()
                    + ", the channels of the taps");
        }
        return new GaussianTrainer(this, features, parts, workers);
    }
}
