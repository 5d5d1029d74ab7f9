package io.fleck.stream.pending;

import java.util.Map;
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
    private final DrainBudgets budgets;

    /**
     * Names the store.
     *
     * @param name store name within the topology
     * @param budgets bounds a commit; one for all stores of a topology
     */
    public PendingResultsBuilder(String name, DrainBudgets budgets) {
        this.name = name;
        this.budgets = budgets;
    }

    @Override
    public PendingResults<T, R> build() {
        return new PendingResults<>(name, budgets::own);
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
