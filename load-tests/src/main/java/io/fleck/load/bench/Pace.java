package io.fleck.load.bench;

import java.time.Duration;

/**
 * How long everything takes.
 *
 * @param rounds of bare loop and stream in turn, 1 to 100
 * @param warmUp before the first measurement of every process, at least 0
 * @param measured time of each measurement, above 0
 */
record Pace(int rounds, Duration warmUp, Duration measured) {
    private static final int MOST_ROUNDS = 100;
    private static final int SETTLING_SHARE = 5;
    private static final int SWEEP_SHARE = 4;

    Pace {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("--rounds " + rounds + "; allowed is 1 to " + MOST_ROUNDS);
        }
        if (measured.isNegative() || measured.isZero() || warmUp.isNegative()) {
            throw new IllegalArgumentException("--seconds " + measured.toMillis() + " ms, --warm-up "
                    + warmUp.toMillis() + " ms; allowed are more than 0 and 0 or more");
        }
    }

    /** Before every further measurement of a process that is warm: until its queues are full. */
    Duration settling() {
        return measured.dividedBy(SETTLING_SHARE);
    }

    /** Time of each shape of the sweep. */
    Duration sweep() {
        return measured.dividedBy(SWEEP_SHARE);
    }
}
