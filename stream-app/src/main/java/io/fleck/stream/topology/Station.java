package io.fleck.stream.topology;

import io.fleck.avro.ModelReference;
import io.fleck.core.inspect.InspectionSettings;

/**
 * What a station inspects with.
 *
 * @param model name, version and digest that outcomes carry
 * @param settings threshold, region of interest, bit window, limits
 * @param inspector the model itself
 */
public record Station(ModelReference model, InspectionSettings settings, PictureInspector inspector) {}
