package io.fleck.stream.topology;

import io.fleck.core.batch.BatchException;
import io.fleck.core.batch.BatchException.Reason;
import io.fleck.core.batch.BatchRequest;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.inspect.FrameRequest;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.stream.claims.FetchPool;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.outage.Dependency;
import io.fleck.stream.outage.OutageException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The steps from a raw record to the records that follow from it: read, inspect, write. Each may wait for what is away;
 * what is wrong with the input itself is a {@link PoisonException}. Safe for use by several threads.
 */
final class FrameInspection {
    private final FrameReader reader;
    private final ClaimedPictures pictures;
    private final FetchPool fetches;
    private final OutcomeWriter writer;
    private final Circuit circuit;
    private final Deadlines deadlines;
    private final Duration patience;
    private final Previews previews;
    private final InspectionMetrics metrics;
    private final LongSupplier nanoTime;

    /**
     * Puts the steps together.
     *
     * @param fetches where claimed pictures are fetched, so that their store holds no stream thread up
     * @param patience longest that one attempt waits for an engine that failed
     */
    FrameInspection(
            FrameReader reader,
            ClaimedPictures pictures,
            FetchPool fetches,
            OutcomeWriter writer,
            Circuit circuit,
            Deadlines deadlines,
            Duration patience,
            Previews previews,
            InspectionMetrics metrics,
            LongSupplier nanoTime) {
        this.reader = reader;
        this.pictures = pictures;
        this.fetches = fetches;
        this.writer = writer;
        this.circuit = circuit;
        this.deadlines = deadlines;
        this.patience = patience;
        this.previews = previews;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
    }

    /** The frame in a record. */
    Frame read(Input input) {
        return timed("read", () -> circuit.call(Dependency.REGISTRY, () -> reader.read(input)));
    }

    /**
     * Hands a frame to its model; waits while that has too many. A picture that is not in its record is fetched before, on
     * another thread; waits while too many are fetched.
     *
     * @return completes with the outcome, as {@link PictureInspector#submit} does, or with {@link PoisonException} or
     *     {@link io.fleck.stream.claims.ClaimStoreUnavailableException} when the picture was not to be had
     */
    CompletableFuture<InspectionOutcome> submit(Frame frame) throws InterruptedException {
        long expiresAt = deadlines.expiresAt(frame);
        return frame.picture().fetched()
                ? handOver(frame, expiresAt)
                : fetches.compose(() -> fetchAndHandOver(frame, expiresAt));
    }

    private CompletableFuture<InspectionOutcome> fetchAndHandOver(Frame frame, long expiresAt) {
        FramePicture unused = pictures.fetch(frame.picture());
        try {
            return handOver(frame, expiresAt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BatchException(Reason.CLOSED, "interrupted while a frame waited for its batch", e);
        }
    }

    private CompletableFuture<InspectionOutcome> handOver(Frame frame, long expiresAt) throws InterruptedException {
        BatchRequest<FrameRequest> request = new BatchRequest<>(
                frame.record().getCamera(),
                frame.station().priority(),
                expiresAt,
                frame.picture().request());
        return frame.station().inspector().submit(request);
    }

    /**
     * Inspects a frame once more, and again while its claim store or the engine is away and patience lasts.
     *
     * @throws OutageException when patience is over
     * @throws PoisonException when its picture can never be had
     * @throws BatchException when it is the frame's fault, or it has expired meanwhile
     */
    InspectionOutcome inspectAgain(Frame frame) {
        pictures.fetchAgain(frame.picture());
        return circuit.call(Dependency.ENGINE, () -> attempt(frame));
    }

    /** What a stream thread has to throw that has waited for a frame's outcome for as long as it may. */
    OutageException giveBack(Frame frame, TimeoutException waited) {
        if (!frame.picture().fetched()) {
            return pictures.giveBack(frame.picture(), waited);
        }
        InferenceException reason = new InferenceException("no outcome within the bound of a commit", waited);
        return circuit.suspend(Dependency.ENGINE, () -> attempt(frame), reason);
    }

    private InspectionOutcome attempt(Frame frame) {
        try {
            return submit(frame).get(patience.toNanos(), TimeUnit.NANOSECONDS);
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

    /** Whether a frame may be tried again, because it was not its fault. */
    static boolean isEngineFault(BatchException error) {
        return switch (error.reason()) {
            case ENGINE, HUNG -> true;
            case POISON, EXPIRED, CLOSED -> false;
        };
    }

    /** The records that follow from an outcome; a preview is offered beside them. */
    List<Emission> write(Frame frame, InspectionOutcome outcome) {
        measure(outcome);
        List<Emission> emissions = write(() -> writer.inspected(frame, outcome));
        previews.offer(new Inspected(
                frame.eventId(),
                frame.record(),
                OutcomeRecords.verdict(outcome),
                frame.station().model().getName(),
                frame.station().settings().regionOfInterest(),
                outcome));
        return emissions;
    }

    /** The record that follows when no model ran because it was too late. */
    List<Emission> writeShed(Frame frame, String reason) {
        return write(() -> writer.shed(frame, reason));
    }

    /** The record that follows when the frame has had its verdict before. */
    List<Emission> writeDuplicate(Frame frame, String eventId) {
        return write(() -> writer.duplicate(frame, eventId));
    }

    private List<Emission> write(Supplier<List<Emission>> work) {
        return timed("write", () -> circuit.call(Dependency.REGISTRY, work));
    }

    private void measure(InspectionOutcome outcome) {
        metrics.stage("queue", outcome.timings().queueNanos());
        metrics.stage("decode", outcome.timings().decodeNanos());
        metrics.stage("batch", outcome.timings().batchNanos());
        metrics.stage("infer", outcome.timings().inferNanos());
        metrics.stage("postprocess", outcome.timings().postprocessNanos());
    }

    private <T> T timed(String stage, Supplier<T> work) {
        long start = nanoTime.getAsLong();
        T result = work.get();
        metrics.stage(stage, nanoTime.getAsLong() - start);
        return result;
    }
}
