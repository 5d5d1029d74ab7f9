package io.fleck.fitting.gaussian;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.fit.Context;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.Recipe;
import io.fleck.fitting.fit.Trainer;
import io.fleck.fitting.parallel.Workers;
import io.fleck.fitting.projection.PrincipalComponents;
import io.fleck.fitting.projection.Projection;
import java.util.List;
import java.util.Map;

/**
 * Settings of the Gaussian detector.
 *
 * @param negated whether the components behind the leading ones are kept instead of these
 * @param components principal components K that are kept, at least 1
 * @param explained part of the variance whose components are left out where negated, in (0, 1)
 * @param shrinkage of every site's covariance towards a multiple of the identity, in (0, 1]
 * @param context part of a picture's mean distance that every site gets
 * @param halfPrecision whether the whitenings are stored as float16
 */
record GaussianRecipe(
        boolean negated, int components, double explained, double shrinkage, Context context, boolean halfPrecision)
        implements Recipe {
    @Override
    public String detector() {
        return GaussianFitter.NAME;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                GaussianFitter.SUBSPACE,
                negated ? GaussianFitter.NPCA : GaussianFitter.PCA,
                GaussianFitter.COMPONENTS,
                String.valueOf(components),
                GaussianFitter.EXPLAINED,
                String.valueOf(explained),
                GaussianFitter.SHRINKAGE,
                String.valueOf(shrinkage),
                Context.SETTING,
                context.text(),
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

    Projection project(PrincipalComponents found) {
        return negated ? found.remaining(explained, components) : found.largest(components);
    }
}
