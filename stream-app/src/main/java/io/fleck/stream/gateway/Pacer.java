package io.fleck.stream.gateway;

import java.time.Duration;

/**
 * A steady rate without drift: the n-th turn is due n periods after the first, however long each one's work took. After
 * a hold-up of more than {@link #CATCH_UP} the count starts anew, so that an outage is not followed by a burst.
 */
public final class Pacer {
    static final Duration CATCH_UP = Duration.ofSeconds(1);
    private static final double NANOS = 1e9;

    private final double rate;
    private final GatewayClock clock;
    private long anchor;
    private long turns;

    /** A pacer whose first turn is due when it is first asked; a rate of 0 never waits. */
    public Pacer(double rate, GatewayClock clock) {
        this.rate = rate;
        this.clock = clock;
    }

    /** Waits until the next turn is due. */
    public void await() throws InterruptedException {
        if (rate == 0) {
            return;
        }
        long now = clock.nanoTime();
        long late = turns == 0 ? 0 : now - due();
        if (turns == 0 || late > CATCH_UP.toNanos()) {
            anchor = now;
            turns = 0;
        } else if (late < 0) {
            clock.await(Duration.ofNanos(-late));
        }
        turns++;
    }

    private long due() {
        return anchor + (long) (turns * NANOS / rate);
    }
}
