package io.fleck.stream.recipes.command;

import io.fleck.cli.CommandException;
import io.fleck.core.detect.CalibrationException;
import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.config.ModelConfig;
import io.fleck.stream.recipes.Recipe;
import io.fleck.stream.recipes.RecipeException;

/** Whether an application with this configuration could use a recipe; models are looked at, not loaded. */
final class RecipeCheck {
    private final FleckConfig config;

    RecipeCheck(FleckConfig config) {
        this.config = config;
    }

    /**
     * Looks at the model and at the threshold.
     *
     * @throws CommandException of wrong use, naming what is not there
     */
    void require(Recipe recipe) {
        try {
            ModelConfig model = config.models().get(recipe.model());
            if (model == null) {
                throw new RecipeException("model '" + recipe.model() + "' is not configured; allowed is one of "
                        + config.models().keySet());
            }
            ModelManifest manifest = ModelPackage.load(model.path()).manifest();
            recipe.requireModelVersion(manifest.version());
            requireThreshold(recipe, manifest);
        } catch (RecipeException | ModelException | CalibrationException e) {
            throw CommandException.usage("station " + recipe.station() + ": " + e.getMessage());
        }
    }

    private static void requireThreshold(Recipe recipe, ModelManifest manifest) {
        ModelManifest.Calibration calibration = manifest.calibration();
        if (recipe.threshold().isPresent()) {
            return;
        }
        if (calibration == null) {
            throw new RecipeException("model " + recipe.model() + " was never calibrated; set threshold");
        }
        if (recipe.falseAlarmRate().isPresent()) {
            double unused = ConformalCalibrator.of(calibration.scores())
                    .threshold(recipe.falseAlarmRate().getAsDouble());
        }
    }
}
