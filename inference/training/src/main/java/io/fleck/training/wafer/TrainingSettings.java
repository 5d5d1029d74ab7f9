package io.fleck.training.wafer;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a wafer network is trained.
 *
 * @param steps batches, at least 1
 * @param batch wafers a batch, at least 2
 * @param rate peak learning rate
 * @param decay weight decay of matrices
 * @param smoothing label smoothing, in [0, 1)
 * @param dropout part of the pooled values that is dropped, in [0, 1)
 * @param outlierExposure whether a third of a batch again are made-up patterns that no class may claim
 * @param latentBalancing whether rare classes are filled up with values between those of their wafers
 * @param seed of everything that chance decides
 */
public record TrainingSettings(
        int steps,
        int batch,
        double rate,
        double decay,
        double smoothing,
        double dropout,
        boolean outlierExposure,
        boolean latentBalancing,
        long seed) {
    /** Part of the steps that warms up. */
    static final double WARM_UP = 0.03;

    /** Largest norm of the gradients. */
    static final double CLIP = 2;

    /** What the averaged weights keep of themselves a step, once there were enough steps. */
    static final double AVERAGING = 0.998;

    /** Weight of outliers in the loss, and one of them for as many wafers. */
    static final double OUTLIER_WEIGHT = 0.5;

    static final int WAFERS_AN_OUTLIER = 3;

    /** Checks the ranges. */
    public TrainingSettings {
        if (steps < 1 || batch < 2) {
            throw new IllegalArgumentException(steps + " steps of " + batch + " wafers; at least 1 and 2");
        }
        if (!(smoothing >= 0 && smoothing < 1) || !(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException(
                    "smoothing " + smoothing + ", dropout " + dropout + "; allowed is from 0 to below 1");
        }
    }

    /** The schedule of the pilot: about nine minutes of one core. */
    public static TrainingSettings standard(long seed) {
        return new TrainingSettings(3000, 64, 2e-3, 0.02, 0.05, 0.2, false, false, seed);
    }

    /** The same with other steps. */
    public TrainingSettings withSteps(int count) {
        return new TrainingSettings(
                count, batch, rate, decay, smoothing, dropout, outlierExposure, latentBalancing, seed);
    }

    /** The same with other batches. */
    public TrainingSettings withBatch(int wafers) {
        return new TrainingSettings(
                steps, wafers, rate, decay, smoothing, dropout, outlierExposure, latentBalancing, seed);
    }

    /** The same with or without outliers. */
    public TrainingSettings withOutlierExposure(boolean exposed) {
        return new TrainingSettings(steps, batch, rate, decay, smoothing, dropout, exposed, latentBalancing, seed);
    }

    /** The same with or without balancing of the latent space. */
    public TrainingSettings withLatentBalancing(boolean balanced) {
        return new TrainingSettings(steps, batch, rate, decay, smoothing, dropout, outlierExposure, balanced, seed);
    }

    /** The settings by name, as model.json keeps them. */
    Map<String, String> byName() {
        Map<String, String> names = new TreeMap<>();
        names.put("steps", String.valueOf(steps));
        names.put("batch", String.valueOf(batch));
        names.put("rate", String.valueOf(rate));
        names.put("decay", String.valueOf(decay));
        names.put("smoothing", String.valueOf(smoothing));
        names.put("dropout", String.valueOf(dropout));
        names.put("outlier-exposure", String.valueOf(outlierExposure));
        names.put("latent-balancing", String.valueOf(latentBalancing));
        return names;
    }
}
