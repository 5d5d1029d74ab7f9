package io.fleck.stream.topology;

import io.fleck.core.image.EncodedImage;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.core.inspect.InspectionSettings;

/** Inspects one picture: {@code Inspector::inspect} of a model. Safe for use by several threads. */
@FunctionalInterface
public interface PictureInspector {
    /**
     * Inspects a picture.
     *
     * @throws io.fleck.core.image.DecodeException when the picture cannot be decoded, whatever is done
     * @throws io.fleck.core.engine.InferenceException when the engine fails
     */
    InspectionOutcome inspect(EncodedImage picture, InspectionSettings settings);
}
