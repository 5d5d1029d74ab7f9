package io.fleck.fitting.synthetic;

import java.util.random.RandomGenerator;

/**
 * The light of one exposure.
 *
 * @param brightness 1 is nominal
 * @param azimuth direction that it comes from, radians
 * @param slopeX relative change of brightness from the left to the right of the picture
 * @param slopeY relative change of brightness from its top to its bottom
 * @param warmth shift from blue to red, 0 is nominal
 */
record Lamp(double brightness, double azimuth, double slopeX, double slopeY, double warmth) {
    /** Parts after which the slow drift repeats. */
    private static final double PERIOD = 160;

    private static final double FROM_UPPER_LEFT = -2.2;

    /** The lamp at the time of one part: it drifts slowly and flickers a little. */
    static Lamp at(long index, RandomGenerator random) {
        double phase = 2 * Math.PI * (index % (long) PERIOD) / PERIOD;
        return new Lamp(
                1 + 0.05 * Math.sin(phase) + random.nextDouble(-0.02, 0.02),
                FROM_UPPER_LEFT + 0.12 * Math.sin(phase + 1) + random.nextDouble(-0.03, 0.03),
                0.10 * Math.cos(phase) + random.nextDouble(-0.02, 0.02),
                0.06 * Math.sin(2 * phase) + random.nextDouble(-0.02, 0.02),
                0.015 * Math.sin(phase + 2));
    }
}
