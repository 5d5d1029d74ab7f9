package io.fleck.stream.topology;

import io.fleck.core.batch.BatchException;
import io.fleck.core.engine.InferenceException;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.outage.Dependency;
import io.fleck.stream.outage.OutageException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Further attempts to have something inspected by an engine that failed. Safe for use by several threads.
 *
 * @param <S> what is inspected
 * @param <R> what comes of it
 */
public final class EngineAttempts<S, R> {
    /** Hands something to a batcher. */
    @FunctionalInterface
    public interface Submission<S, R> {
        /** Queues it; waits while there are too many. */
        CompletableFuture<R> submit(S subject) throws InterruptedException;
    }

    private final Circuit circuit;
    private final Duration patience;
    private final Submission<S, R> submission;

    /**
     * Attempts through a circuit.
     *
     * @param patience longest that one attempt waits
     */
    public EngineAttempts(Circuit circuit, Duration patience, Submission<S, R> submission) {
        this.circuit = circuit;
        this.patience = patience;
        this.submission = submission;
    }

    /**
     * Tries once, and again while the engine fails and the circuit's patience lasts.
     *
     * @throws OutageException when patience is over
     * @throws BatchException when it is not the engine's fault
     */
    public R again(S subject) {
        return circuit.call(Dependency.ENGINE, () -> attempt(subject));
    }

    /** What a stream thread has to throw that has waited for as long as it may. */
    public OutageException giveBack(S subject, TimeoutException waited) {
        InferenceException reason = new InferenceException("no outcome within the bound of a commit", waited);
        return circuit.suspend(Dependency.ENGINE, () -> attempt(subject), reason);
    }

    private R attempt(S subject) {
        try {
            return submission.submit(subject).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (TimeoutException e) {
            throw new InferenceException("no outcome within " + patience.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InferenceException("interrupted while waiting for an outcome", e);
        }
    }

    private static RuntimeException unwrapped(ExecutionException error) {
        Throwable cause = error.getCause();
        if (cause instanceof BatchException batch && isEngineFault(batch)) {
            return new InferenceException(String.valueOf(batch.getMessage()), batch);
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(error);
    }

    private static boolean isEngineFault(BatchException error) {
        return switch (error.reason()) {
            case ENGINE, HUNG -> true;
            case POISON, EXPIRED, CLOSED -> false;
        };
    }
}
