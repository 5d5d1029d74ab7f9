package io.fleck.stream.pending;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What happens when a pending result arrives; called on the stream thread, with the record context of the input.
 *
 * @param <T> what the processor kept of the input
 * @param <R> its result
 */
public interface Conclusion<T, R> {
    /** Forwards what follows from a result. */
    void succeeded(T pending, R result);

    /**
     * Forwards what follows from a failure, or tries again.
     *
     * @return a future that takes the failed one's place in the queue; empty when the input is done with
     */
    Optional<CompletableFuture<R>> failed(T pending, Throwable error);
}
