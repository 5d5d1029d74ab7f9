package io.fleck.fitting.fit;

import io.fleck.core.detect.ConformalCalibrator;

/**
 * A detector and the held-out scores of good pictures that calibrate it.
 *
 * @param detector what is kept
 * @param calibrator over the held-out scores
 * @param fittedImages pictures that the detector was fitted on
 */
record Calibrated(FittedDetector detector, ConformalCalibrator calibrator, int fittedImages) {}
