package io.fleck.load.scenario;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for conditions. Limits are for what never comes, not for how long it should take: machines are slow and busy. */
final class Waiting {
    static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 50;

    /** Something that comes to hold. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws InterruptedException;
    }

    private Waiting() {}

    /**
     * Returns when it holds.
     *
     * @param what the condition, for the message
     * @throws ScenarioException when it does not within {@link #LIMIT}
     */
    static void until(String what, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - deadline > 0) {
                throw new ScenarioException("after " + LIMIT.toSeconds() + " s still not: " + what);
            }
            pass(Duration.ofMillis(LOOK_MILLIS));
        }
    }

    /** Lets time pass that is part of a scenario, such as the length of an outage. */
    static void pass(Duration time) throws InterruptedException {
        boolean unused = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
