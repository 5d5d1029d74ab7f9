package io.fleck.stream.pending;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** How a commit waits for a future: the batcher wants to know that its caller brings nothing more meanwhile. */
@FunctionalInterface
public interface Waiting<R> {
    /** Waits until the future completes, at most for the timeout. */
    R await(CompletableFuture<R> future, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException;
}
