package io.fleck.fitting.fit;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.parallel.Workers;
import java.util.List;
import java.util.Map;

/** A fitter with its settings fixed. */
public interface Recipe {
    /** Name of its fitter. */
    String detector();

    /** All settings by name, for model.json. */
    Map<String, String> settings();

    /**
     * Whether its detector is an {@link Ensemble}: half of the held-out pictures then give ranks, and only the other half
     * calibrates.
     */
    default boolean ranks() {
        return false;
    }

    /**
     * Prepares to fit on unions of parts of these pictures.
     *
     * @param features of all good pictures
     * @param parts indices of the pictures of each part, ascending; no picture is in two
     * @param workers for the heavy parts
     * @throws FitException when the settings do not fit the features
     */
    Trainer prepare(Features features, List<int[]> parts, Workers workers);
}
