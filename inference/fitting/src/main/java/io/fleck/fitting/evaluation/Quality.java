package io.fleck.fitting.evaluation;

import io.fleck.core.model.ModelManifest.Calibration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * All figures of an evaluation.
 *
 * @param images how well whole images are told apart
 * @param pixels how well pixels are told apart
 * @param falseAlarms false alarms against their bound; empty when the model was never calibrated or there are no good
 *     images
 */
public record Quality(ImageQuality images, PixelQuality pixels, Optional<FalseAlarms> falseAlarms) {
    /** Computes everything; reads the ground truth from disk. */
    public static Quality of(Evaluation evaluation) {
        return new Quality(
                ImageQuality.of(evaluation.images()),
                PixelQuality.of(evaluation.images(), threshold(evaluation)),
                FalseAlarms.of(evaluation));
    }

    private static OptionalDouble threshold(Evaluation evaluation) {
        Calibration calibration = evaluation.model().calibration();
        return calibration == null ? OptionalDouble.empty() : OptionalDouble.of(calibration.threshold());
    }

    /** All files that could not be read, pictures first, then masks. */
    public Stream<UnreadableFile> unreadable(Evaluation evaluation) {
        return Stream.concat(evaluation.unreadable().stream(), pixels.unreadable().stream());
    }
}
