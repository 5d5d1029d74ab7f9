package io.fleck.stream.pending;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Makes the {@link PendingResults} of each task of a topology. They are in memory and have no changelog: what is pending
 * at a crash was not committed and is read again.
 *
 * @param <T> what the processor keeps of an input
 * @param <R> its result
 */
public final class PendingResultsBuilder<T, R> implements StoreBuilder<PendingResults<T, R>> {
    private final String name;
    private final ThreadLocal<DrainBudget> budgets;

    /**
     * Names the store and bounds a commit.
     *
     * @param name store name within the topology
     * @param drainBound longest that one commit of one stream thread waits; below max.poll.interval.ms and, under
     *     exactly-once, at most half of transaction.timeout.ms
     * @param nanoTime monotonic clock
     */
    public PendingResultsBuilder(String name, Duration drainBound, LongSupplier nanoTime) {
        if (drainBound.isNegative() || drainBound.isZero()) {
            throw new IllegalArgumentException("drain bound " + drainBound + "; it must be above 0");
        }
        this.name = name;
        this.budgets = ThreadLocal.withInitial(() -> new DrainBudget(drainBound, nanoTime));
    }

    @Override
    public PendingResults<T, R> build() {
        return new PendingResults<>(name, budgets::get);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public StoreBuilder<PendingResults<T, R>> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<PendingResults<T, R>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<PendingResults<T, R>> withLoggingEnabled(Map<String, String> config) {
        throw new IllegalArgumentException("store " + name + " has no changelog: what is pending is read again");
    }

    @Override
    public StoreBuilder<PendingResults<T, R>> withLoggingDisabled() {
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return false;
    }
}
