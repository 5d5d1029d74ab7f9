package io.fleck.fitting.gaussian;

import io.fleck.fitting.fit.Context;
import io.fleck.fitting.fit.Fitter;
import io.fleck.fitting.fit.Recipe;
import io.fleck.fitting.fit.SettingValues;
import java.util.List;
import java.util.Map;

/**
 * A Gaussian a site over the features of a pretrained network (Defard et al., "PaDiM", ICPR 2021, equations 1 and 2), with
 * principal components of the standardised channels instead of channels drawn at random.
 */
public final class GaussianFitter implements Fitter {
    static final String NAME = "gaussian";
    static final String SUBSPACE = "subspace";
    static final String PCA = "pca";
    static final String NPCA = "npca";
    static final String COMPONENTS = "components";
    static final String EXPLAINED = "explained";
    static final String SHRINKAGE = "shrinkage";
    static final String CONSTANTS = "constants";
    static final String FLOAT32 = "float32";
    static final String FLOAT16 = "float16";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting(SUBSPACE, PCA, "pca keeps the largest components, npca those behind the largest"),
                new Setting(COMPONENTS, "150", "principal components kept, from 1 to the channels of the taps"),
                new Setting(EXPLAINED, "0.99", "with npca: part of the variance that is left out, above 0 and below 1"),
                new Setting(SHRINKAGE, "0.01", "of every site's covariance towards the identity, above 0, at most 1"),
                new Setting(Context.SETTING, "0", Context.DESCRIPTION),
                new Setting(CONSTANTS, FLOAT32, "how the whitenings are stored: float32 or float16"));
    }

    @Override
    public Recipe configure(Map<String, String> given) {
        SettingValues values = new SettingValues(settings(), given);
        return new GaussianRecipe(
                values.choice(SUBSPACE, PCA, NPCA).equals(NPCA),
                values.whole(COMPONENTS, 1, Integer.MAX_VALUE),
                values.between(EXPLAINED, 0, 1),
                values.upTo(SHRINKAGE, 0, 1),
                Context.of(values),
                values.choice(CONSTANTS, FLOAT32, FLOAT16).equals(FLOAT16));
    }
}
