package io.fleck.core.inspect;

import io.fleck.core.image.BitWindow;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * What a station adds to its model.
 *
 * @param threshold a score strictly above is an anomaly
 * @param regionOfInterest part of the frame to inspect; {@code null} means all of it
 * @param bitWindow window for frames of more than 8 bits; {@code null} means the full range
 * @param limits what decoding may allocate
 */
public record InspectionSettings(
        double threshold,
        @Nullable Rectangle regionOfInterest,
        @Nullable BitWindow bitWindow,
        DecodeLimits limits) {
    /** Checks the threshold. */
    public InspectionSettings {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("threshold must be a number");
        }
    }

    /** All of the frame, the full range of its format, the default limits. */
    public static InspectionSettings ofThreshold(double threshold) {
        return new InspectionSettings(threshold, null, null, DecodeLimits.DEFAULT);
    }
}
