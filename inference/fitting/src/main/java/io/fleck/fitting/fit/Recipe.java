package io.fleck.fitting.fit;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.parallel.Workers;
import java.util.Map;

/** A fitter with its settings fixed. */
public interface Recipe {
    /** Name of its fitter. */
    String detector();

    /** All settings by name, for model.json. */
    Map<String, String> settings();

    /**
     * Prepares to fit on parts of these pictures.
     *
     * @param features of all good pictures
     * @param workers for the heavy parts
     * @throws FitException when the settings do not fit the features
     */
    Trainer prepare(Features features, Workers workers);
}
