package io.fleck.stream.wafers;

import io.fleck.core.wafer.DefectMap;
import java.util.Optional;

/**
 * The models of wafers by what they read.
 *
 * @param dies reads bin maps
 */
public record WaferModels(Optional<WaferModel> dies) {
    /** The model that reads such maps. */
    Optional<WaferModel> find(DefectMap map) {
        return map.bins().isPresent() ? dies : Optional.empty();
    }
}
