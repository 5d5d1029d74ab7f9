package io.fleck.stream.pending;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that each stream thread may spend draining in one commit. All stores of pending results of a topology share
 * it, because a commit drains all tasks of a thread inside one transaction. Safe for use by several threads.
 */
public final class DrainBudgets {
    private final ThreadLocal<DrainBudget> budgets;

    /**
     * Bounds a commit.
     *
     * @param bound longest that one commit of one stream thread waits; below max.poll.interval.ms and, under exactly-once,
     *     at most half of transaction.timeout.ms
     * @param nanoTime monotonic clock
     */
    public DrainBudgets(Duration bound, LongSupplier nanoTime) {
        if (bound.isNegative() || bound.isZero()) {
            throw new IllegalArgumentException("drain bound " + bound + "; it must be above 0");
        }
        this.budgets = ThreadLocal.withInitial(() -> new DrainBudget(bound, nanoTime));
    }

    /** The budget of the calling thread. */
    DrainBudget own() {
        return budgets.get();
    }
}
