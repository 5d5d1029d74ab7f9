package io.fleck.cluster;

import io.fleck.cluster.broker.Broker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** The brokers of one cluster. They start and stop at the same time: none gets ready, or hands over, without the others. */
final class BrokerSet {
    private final List<Broker> brokers;

    BrokerSet(List<Broker> brokers) {
        this.brokers = List.copyOf(brokers);
    }

    int size() {
        return brokers.size();
    }

    /** One broker, counted from 1. */
    Broker get(int id) {
        if (id < 1 || id > brokers.size()) {
            throw new IllegalArgumentException("broker " + id + ": must be 1 to " + brokers.size());
        }
        return brokers.get(id - 1);
    }

    /** Whether at least one broker runs. */
    boolean running() {
        return brokers.stream().anyMatch(Broker::running);
    }

    void start(Duration limit) {
        together(broker -> broker.start(limit));
    }

    /** In two steps: while a broker hands over what it leads, the others still vote. */
    void stop(Duration limit) {
        together(broker -> broker.drain(limit));
        together(broker -> broker.stop(limit));
    }

    void kill() {
        brokers.forEach(Broker::kill);
    }

    /** Returns, also to an interrupted caller, when all are done; each has a time limit of its own. */
    private void together(Consumer<Broker> step) {
        CompletableFuture<?>[] steps = brokers.stream()
                .map(broker -> CompletableFuture.runAsync(
                        () -> step.accept(broker), work -> new Thread(work, "fleck-cluster-" + broker.id()).start()))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(steps).join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ClusterException(String.valueOf(cause.getMessage()), cause);
        }
    }
}
