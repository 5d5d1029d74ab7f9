package io.fleck.core.inspect;

import io.fleck.core.detect.CalibrationException;
import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import java.util.Optional;

/** The thresholds that a model's calibration gives. */
public final class Thresholds {
    private final ModelPackage model;
    private final Optional<ConformalCalibrator> calibrator;

    Thresholds(ModelPackage model, Optional<ConformalCalibrator> calibrator) {
        this.model = model;
        this.calibrator = calibrator;
    }

    /**
     * The threshold that the model was calibrated to.
     *
     * @throws ModelException when it never was
     */
    public double calibrated() {
        ModelManifest.Calibration calibration = model.manifest().calibration();
        if (calibration == null) {
            throw uncalibrated();
        }
        return calibration.threshold();
    }

    /**
     * The threshold for another false-alarm rate.
     *
     * @param falseAlarmRate in (0, 1)
     * @throws ModelException when the model was never calibrated
     * @throws CalibrationException when it has too few calibration scores for that rate
     */
    public double certified(double falseAlarmRate) {
        return calibrator.orElseThrow(this::uncalibrated).threshold(falseAlarmRate);
    }

    private ModelException uncalibrated() {
        return new ModelException(model.directory() + ": was never calibrated, so a threshold must be given", null);
    }
}
