package io.fleck.fitting.gaussian;

import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.Fitter;
import io.fleck.fitting.fit.Recipe;
import java.util.List;
import java.util.Map;

/**
 * A Gaussian a site over the features of a pretrained network (Defard et al., "PaDiM", ICPR 2021, equations 1 and 2), with
 * principal components of the standardised channels instead of channels drawn at random.
 */
public final class GaussianFitter implements Fitter {
    static final String NAME = "gaussian";
    static final String COMPONENTS = "components";
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
                new Setting(COMPONENTS, "150", "principal components kept, from 1 to the channels of the taps"),
                new Setting(SHRINKAGE, "0.01", "of every site's covariance towards the identity, above 0, at most 1"),
                new Setting(CONSTANTS, FLOAT32, "how the whitenings are stored: float32 or float16"));
    }

    @Override
    public Recipe configure(Map<String, String> values) {
        return new GaussianRecipe(
                components(value(values, COMPONENTS)),
                shrinkage(value(values, SHRINKAGE)),
                halfPrecision(value(values, CONSTANTS)));
    }

    private String value(Map<String, String> values, String name) {
        return values.getOrDefault(
                name,
                settings().stream()
                        .filter(setting -> setting.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .defaultValue());
    }

    private static int components(String text) {
        try {
            int components = Integer.parseInt(text);
            if (components >= 1) {
                return components;
            }
        } catch (NumberFormatException e) {
            throw new FitException("components '" + text + "' is not a whole number of at least 1", e);
        }
        throw new FitException("components " + text + " is not a whole number of at least 1");
    }

    private static double shrinkage(String text) {
        try {
            double shrinkage = Double.parseDouble(text);
            if (shrinkage > 0 && shrinkage <= 1) {
                return shrinkage;
            }
        } catch (NumberFormatException e) {
            throw new FitException("shrinkage '" + text + "' is not a number above 0 and at most 1", e);
        }
        throw new FitException("shrinkage " + text + " is not a number above 0 and at most 1");
    }

    private static boolean halfPrecision(String text) {
        if (!text.equals(FLOAT32) && !text.equals(FLOAT16)) {
            throw new FitException("constants '" + text + "'; allowed are float32 and float16");
        }
        return text.equals(FLOAT16);
    }
}
