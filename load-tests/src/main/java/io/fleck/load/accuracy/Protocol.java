package io.fleck.load.accuracy;

import java.nio.file.Path;
import java.util.List;

/**
 * What is measured, the same for all seeds.
 *
 * @param data the labelled images; a split that the data set brings along is not used
 * @param detector recipe to fit
 * @param settings of the recipe that differ from its defaults, as NAME=VALUE
 * @param calibration how it is calibrated: folds or split
 * @param falseAlarmRate rate to calibrate for, in (0, 1)
 * @param share part of the good images to fit and calibrate with, in (0, 1)
 * @param seeds one split each, at least one
 */
record Protocol(
        Path data,
        String detector,
        List<String> settings,
        String calibration,
        double falseAlarmRate,
        double share,
        List<Integer> seeds) {
    Protocol {
        settings = List.copyOf(settings);
        seeds = List.copyOf(seeds);
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("--share " + share + "; allowed is above 0 and below 1");
        }
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("--seeds is empty; at least one is needed");
        }
    }

    /** What a kept result depends on; results of another fingerprint cannot be mixed in. */
    String fingerprint() {
        return "data=" + data.toAbsolutePath().normalize() + "\ndetector=" + detector + "\ncalibration=" + calibration
                + "\nfalse-alarm-rate=" + falseAlarmRate + "\nshare=" + share + "\n"
                + (settings.isEmpty() ? "" : "set=" + settings + "\n");
    }

    /** Name of the section of a document that its table belongs into. */
    String section() {
        return detector + " " + calibration;
    }
}
