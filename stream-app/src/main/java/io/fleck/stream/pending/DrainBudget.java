package io.fleck.stream.pending;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Time that all tasks of one stream thread together may spend draining in one commit.
 *
 * <p>A commit drains one task after the other inside one transaction, so the bound is the thread's, not the task's. Kafka
 * Streams does not say when a commit begins: the first wait after the thread has processed something does.
 */
final class DrainBudget {
    private static final long UNSET = Long.MIN_VALUE;
    private final long boundNanos;
    private final LongSupplier nanoTime;
    private long deadline = UNSET;

    DrainBudget(Duration bound, LongSupplier nanoTime) {
        this.boundNanos = bound.toNanos();
        this.nanoTime = nanoTime;
    }

    /** The thread processes: the next wait belongs to another commit. */
    void processing() {
        deadline = UNSET;
    }

    /** What is left for this commit; not positive when it is spent. */
    Duration remaining() {
        long now = nanoTime.getAsLong();
        if (deadline == UNSET) {
            deadline = now + boundNanos;
        }
        return Duration.ofNanos(deadline - now);
    }
}
