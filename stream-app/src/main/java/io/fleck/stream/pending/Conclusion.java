package io.fleck.stream.pending;

import java.util.concurrent.TimeoutException;

/**
 * What happens when a pending result arrives; called on the stream thread, with the record context of the input.
 *
 * <p>What a method throws fails the stream thread: nothing is committed, and what is pending comes again.
 *
 * @param <T> what the processor kept of the input
 * @param <R> its result
 */
public interface Conclusion<T, R> {
    /** Forwards what follows from a result. */
    void succeeded(T pending, R result);

    /** Forwards what follows from a failure. */
    void failed(T pending, Throwable error);

    /** What to throw when a result has not come within the bound. */
    RuntimeException expired(T pending, TimeoutException error);
}
