package io.fleck.core.batch;

import java.util.concurrent.CompletableFuture;

/**
 * A request on its way: its future and the moments that its timings are made of.
 *
 * <p>Each moment is written by the one thread that holds the ticket at that stage, and handed on under the assembly's
 * lock.
 */
final class Ticket<T, R> {
    final BatchRequest<T> request;
    final CompletableFuture<R> future = new CompletableFuture<>();
    final long submittedAt;
    long takenAt;
    long preparedAt;

    Ticket(BatchRequest<T> request, long submittedAt) {
        this.request = request;
        this.submittedAt = submittedAt;
    }

    BatchTimings timings(long startedAt, long endedAt, int batchSize) {
        return new BatchTimings(
                takenAt - submittedAt, preparedAt - takenAt, startedAt - preparedAt, endedAt - startedAt, batchSize);
    }
}
