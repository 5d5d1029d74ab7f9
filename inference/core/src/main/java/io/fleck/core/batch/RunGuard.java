package io.fleck.core.batch;

/**
 * Whether a worker is inside the engine, since when, and whether it was given up. Decides the race between a run that
 * returns and a watchdog that gives it up: exactly one of them gets to answer the items.
 */
final class RunGuard {
    private static final long IDLE = Long.MIN_VALUE;

    private long startedAt = IDLE;
    private boolean abandoned;

    synchronized void enter(long now) {
        startedAt = now;
    }

    /** Whether the worker may go on: false once it was given up. */
    synchronized boolean leave() {
        startedAt = IDLE;
        return !abandoned;
    }

    /** Gives the worker up when it has been inside the engine for longer than the timeout; true the one time it does. */
    synchronized boolean abandonIfHung(long now, long timeoutNanos) {
        if (abandoned || startedAt == IDLE || now - startedAt <= timeoutNanos) {
            return false;
        }
        abandoned = true;
        return true;
    }
}
