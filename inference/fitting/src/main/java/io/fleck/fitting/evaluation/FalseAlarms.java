package io.fleck.fitting.evaluation;

import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.model.ModelManifest.Calibration;
import java.util.List;
import java.util.Optional;

/**
 * False alarms among good images that took no part in fit and calibration, against what the calibration promises.
 *
 * @param goodImages number of good images, at least 1
 * @param alarms how many of them are above the threshold
 * @param promised false-alarm rate that the model was calibrated for, in (0, 1)
 * @param calibrationImages images that it was calibrated on
 * @param most alarms that are exceeded with a probability of at most 1 - {@link #CONFIDENCE}, if the good images are
 *     exchangeable with those of the calibration
 * @param exact whether the bound is a law; false where the calibration scores came from other fits than the model
 */
public record FalseAlarms(int goodImages, int alarms, double promised, int calibrationImages, int most, boolean exact) {
    private static final String SPLIT = "split";

    /** Confidence of the bound. */
    public static final double CONFIDENCE = 0.999;

    /** Part of the good images that is above the threshold, in [0, 1]. */
    public double rate() {
        return (double) alarms / goodImages;
    }

    /** Part of the good images that the bound allows, in [0, 1]. */
    public double bound() {
        return (double) most / goodImages;
    }

    /** Whether the promise is kept. */
    public boolean withinBound() {
        return alarms <= most;
    }

    /** Those of an evaluation; empty when the model was never calibrated or there are no good images. */
    public static Optional<FalseAlarms> of(Evaluation evaluation) {
        List<ScoredImage> good = evaluation.images().stream()
                .filter(scored -> scored.image().good())
                .toList();
        return Optional.ofNullable(evaluation.model().calibration())
                .filter(calibration -> !good.isEmpty())
                .map(calibration -> of(good, calibration));
    }

    private static FalseAlarms of(List<ScoredImage> good, Calibration calibration) {
        ConformalCalibrator calibrator = ConformalCalibrator.of(calibration.scores());
        double rate = calibration.falseAlarmRate();
        return new FalseAlarms(
                good.size(),
                (int) good.stream().filter(ScoredImage::anomalous).count(),
                rate,
                calibrator.images(),
                calibrator.falseAlarmBound(rate, good.size(), CONFIDENCE),
                calibration.method().equals(SPLIT));
    }
}
