package io.fleck.core.inspect;

import io.fleck.core.detect.Mask;
import io.fleck.core.detect.Region;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.Image;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What inspection found in one frame.
 *
 * @param image the decoded frame, for previews and overlays
 * @param score anomaly score
 * @param threshold threshold that applied
 * @param pValue conformal p-value in (0, 1]; empty when the model was never calibrated
 * @param map score map over the region of interest; {@code null} when the detector has none
 * @param mask mask at the frame's size; {@code null} when not anomalous or without a map
 * @param regions components of the mask, the highest peak first
 * @param timings time per stage
 */
public record InspectionOutcome(
        Image image,
        double score,
        double threshold,
        OptionalDouble pValue,
        @Nullable ScoreMap map,
        @Nullable Mask mask,
        List<Region> regions,
        StageTimings timings) {
    /** Keeps a copy of the regions. */
    public InspectionOutcome {
        regions = List.copyOf(regions);
    }

    /** Whether the score is strictly above the threshold. */
    public boolean anomalous() {
        return score > threshold;
    }
}
