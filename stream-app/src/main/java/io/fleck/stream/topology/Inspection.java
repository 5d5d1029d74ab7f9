package io.fleck.stream.topology;

import io.fleck.core.batch.BatchException;
import io.fleck.stream.outage.OutageException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * The steps from a raw record to the records that follow from it, for one kind of input: read, inspect, write. Each may
 * wait for what is away; what is wrong with the input itself is a {@link PoisonException}. Safe for use by several threads.
 *
 * @param <S> what an input holds
 * @param <R> what a model says of it
 */
public interface Inspection<S extends Subject, R> {
    /** What a record holds. */
    S read(Input input);

    /**
     * Hands it to its model; waits while that has too many.
     *
     * @throws InterruptedException when interrupted while waiting; it was not taken
     */
    CompletableFuture<R> submit(S subject) throws InterruptedException;

    /**
     * Inspects it once more, and again while what it needs is away or the engine fails, and patience lasts.
     *
     * @throws OutageException when patience is over
     * @throws BatchException when it is the subject's fault, or it has expired meanwhile
     */
    R inspectAgain(S subject);

    /** What a stream thread has to throw that has waited for an outcome for as long as it may. */
    OutageException giveBack(S subject, TimeoutException waited);

    /** Whether a failure says that something besides the engine is away: then it is inspected again. */
    boolean isAway(Throwable failure);

    /** What is wrong with the input itself, where a failure says so. */
    Optional<PoisonException> poison(Throwable failure);

    /** What follows from what the model says. */
    Outcome write(S subject, R result);

    /** What follows when no model ran because it was too late. */
    Outcome writeShed(S subject, String reason);

    /**
     * What follows when the subject has had its verdict before.
     *
     * @param eventId event id of that verdict
     */
    Outcome writeDuplicate(S subject, String eventId);
}
