package io.fleck.fitting.fit;

import io.fleck.core.engine.EngineProvider;
import io.fleck.fitting.backbone.Backbone;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.data.LabelledImage;
import java.util.List;

/**
 * What to fit.
 *
 * @param images good pictures
 * @param backbone where features come from
 * @param grid sites of the features and of the score map
 * @param recipe detector and its settings
 * @param method how the threshold is calibrated
 * @param falseAlarmRate in (0, 1)
 * @param seed of what is held out together
 * @param engine that reads the features
 * @param threads at least 1
 */
public record FitRequest(
        List<LabelledImage> images,
        Backbone backbone,
        Grid grid,
        Recipe recipe,
        CalibrationMethod method,
        double falseAlarmRate,
        long seed,
        EngineProvider engine,
        int threads) {
    /**
     * Checks that the pictures can certify the rate.
     *
     * @throws FitException when they are too few; the message says how many are needed
     */
    public FitRequest {
        images = List.copyOf(images);
        int needed = method.requiredImages(falseAlarmRate, recipe.ranks());
        if (images.size() < needed) {
            throw new FitException("a false-alarm rate of " + falseAlarmRate + " needs at least " + needed
                    + " good pictures with " + method.label() + " calibration, there are " + images.size());
        }
    }
}
