package io.fleck.fitting.fit;

import io.fleck.core.detect.ConformalCalibrator;
import java.util.Locale;

/** Where the held-out scores come from that a threshold is calibrated on. */
public enum CalibrationMethod {
    /**
     * A fifth of the pictures, or as many as the rate needs, is kept apart from all statistics. The promise is exact; the
     * detector is fitted on what is left.
     */
    SPLIT,

    /**
     * Every fifth is scored by a detector that was fitted on the other four, and the detector that is kept is fitted on
     * all. No picture is lost, but the promise is an approximation: scores of detectors that saw fewer pictures run
     * slightly high, which errs on the side of fewer alarms.
     */
    FOLDS;

    /** Fewest pictures that are fitted on. */
    static final int LEAST_FITTED = 10;

    /** Part of the pictures that is held out at a time: one in so many. */
    static final int PARTS = 5;

    /** Name on the command line and in model.json. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Fewest good pictures with which a rate can be certified.
     *
     * @param rate false-alarm rate in (0, 1)
     */
    public int requiredImages(double rate) {
        return requiredImages(rate, false);
    }

    /**
     * Fewest good pictures with which a rate can be certified.
     *
     * @param rate false-alarm rate in (0, 1)
     * @param ranks whether half of the held-out pictures are needed for ranks
     */
    public int requiredImages(double rate, boolean ranks) {
        int scores = requiredHeldOut(rate, ranks);
        return this == SPLIT ? scores + LEAST_FITTED : Math.max(scores, 2 * LEAST_FITTED);
    }

    /** Fewest pictures that are held out. */
    static int requiredHeldOut(double rate, boolean ranks) {
        return ConformalCalibrator.requiredImages(rate) * (ranks ? 2 : 1);
    }
}
