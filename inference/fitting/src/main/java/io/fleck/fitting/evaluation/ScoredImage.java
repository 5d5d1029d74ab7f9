package io.fleck.fitting.evaluation;

import io.fleck.core.detect.ScoreMap;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.fitting.data.LabelledImage;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What inspection said of one labelled image; the decoded frame and its mask are not kept.
 *
 * @param image the image and its label
 * @param score anomaly score, finite
 * @param anomalous whether the score is strictly above the threshold
 * @param pValue conformal p-value in (0, 1]; empty when the model was never calibrated
 * @param map score map over the whole frame; {@code null} when the detector has none
 * @param regions regions of the mask
 */
public record ScoredImage(
        LabelledImage image,
        double score,
        boolean anomalous,
        OptionalDouble pValue,
        @Nullable ScoreMap map,
        int regions) {
    /** Refuses a score that no figure can be computed from. */
    public ScoredImage {
        if (!Double.isFinite(score)) {
            throw new EvaluationException(image.name() + ": the model gives it the score " + score, null);
        }
    }

    static ScoredImage of(LabelledImage image, InspectionOutcome outcome) {
        return new ScoredImage(
                image,
                outcome.score(),
                outcome.anomalous(),
                outcome.pValue(),
                outcome.map(),
                outcome.regions().size());
    }
}
