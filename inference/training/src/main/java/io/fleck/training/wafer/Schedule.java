package io.fleck.training.wafer;

/**
 * Learning rate over a training: rises linearly, then falls along half a cosine.
 *
 * @param steps at least 1
 * @param peak learning rate
 * @param warmUp part of the steps that rises, in (0, 1)
 */
record Schedule(int steps, double peak, double warmUp) {
    Schedule {
        if (steps < 1 || !(peak > 0) || !(warmUp > 0 && warmUp < 1)) {
            throw new IllegalArgumentException("a schedule of " + steps + " steps, peak " + peak + ", warm-up " + warmUp
                    + "; at least 1 step, a peak above 0, a warm-up above 0 and below 1");
        }
    }

    /** Learning rate of a step, counted from 0. */
    double rate(int step) {
        double done = (double) step / steps;
        return peak * Math.min(1, done / warmUp + 1e-3) * 0.5 * (1 + Math.cos(Math.PI * done));
    }
}
