package io.fleck.stream.topology;

import io.fleck.avro.ModelReference;
import io.fleck.core.inspect.InspectionSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a station inspects with.
 *
 * @param model name, version and digest that outcomes carry
 * @param settings threshold, region of interest, bit window, limits
 * @param inspector the model itself
 * @param priority higher goes first; 0 is the default
 * @param deadline longest time from the record's timestamp to the batch, above 0; {@code null} means no limit
 * @param recipeOffset offset of the recipe in the recipes topic; {@code null} means the configuration file decides
 */
public record Station(
        ModelReference model,
        InspectionSettings settings,
        PictureInspector inspector,
        int priority,
        @Nullable Duration deadline,
        @Nullable Long recipeOffset) {

    /** Refuses a deadline that no frame can keep and an offset that no record has. */
    public Station {
        if (deadline != null && (deadline.isZero() || deadline.isNegative())) {
            throw new IllegalArgumentException("deadline " + deadline + " is not above 0");
        }
        if (recipeOffset != null && recipeOffset < 0) {
            throw new IllegalArgumentException("recipeOffset " + recipeOffset + " is below 0");
        }
    }

    /** A station as the configuration file has it, neither urgent nor with a deadline. */
    public Station(ModelReference model, InspectionSettings settings, PictureInspector inspector) {
        this(model, settings, inspector, 0, null, null);
    }
}
