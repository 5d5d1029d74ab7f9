package io.fleck.stream.topology;

import io.fleck.avro.Verdict;
import io.fleck.core.batch.BatchException;
import io.fleck.core.batch.BatchException.Reason;
import io.fleck.core.batch.BatchRequest;
import io.fleck.core.image.DecodeException;
import io.fleck.core.inspect.FrameRequest;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.stream.claims.ClaimStoreUnavailableException;
import io.fleck.stream.claims.FetchPool;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.outage.Dependency;
import io.fleck.stream.outage.OutageException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The steps of a frame: decode, hand to its station's model, write. Safe for use by several threads. */
final class FrameInspection implements Inspection<Frame, InspectionOutcome> {
    private final FrameReader reader;
    private final ClaimedPictures pictures;
    private final FetchPool fetches;
    private final OutcomeWriter writer;
    private final Circuit circuit;
    private final Deadlines deadlines;
    private final EngineAttempts<Frame, InspectionOutcome> attempts;
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
        this.attempts = new EngineAttempts<>(circuit, patience, this::submit);
        this.previews = previews;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
    }

    @Override
    public Frame read(Input input) {
        return timed("read", () -> circuit.call(Dependency.REGISTRY, () -> reader.read(input)));
    }

    /**
     * A picture that is not in its record is fetched before, on another thread; waits while too many are fetched.
     *
     * @return completes with the outcome, as {@link PictureInspector#submit} does, or with {@link PoisonException} or
     *     {@link ClaimStoreUnavailableException} when the picture was not to be had
     */
    @Override
    public CompletableFuture<InspectionOutcome> submit(Frame frame) throws InterruptedException {
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
     * Fetches the picture before, where that failed.
     *
     * @throws PoisonException when its picture can never be had
     */
    @Override
    public InspectionOutcome inspectAgain(Frame frame) {
        pictures.fetchAgain(frame.picture());
        return attempts.again(frame);
    }

    @Override
    public OutageException giveBack(Frame frame, TimeoutException waited) {
        return frame.picture().fetched()
                ? attempts.giveBack(frame, waited)
                : pictures.giveBack(frame.picture(), waited);
    }

    @Override
    public boolean isAway(Throwable failure) {
        return failure instanceof ClaimStoreUnavailableException;
    }

    @Override
    public Optional<PoisonException> poison(Throwable failure) {
        return failure instanceof DecodeException picture ? Optional.of(PoisonException.of(picture)) : Optional.empty();
    }

    /** A preview is offered beside the records. */
    @Override
    public Outcome write(Frame frame, InspectionOutcome outcome) {
        measure(outcome);
        Verdict verdict = OutcomeRecords.verdict(outcome);
        List<Emission> emissions = write(() -> writer.inspected(frame, outcome));
        previews.offer(new Inspected(
                frame.eventId(),
                frame.record(),
                verdict,
                frame.station().model().getName(),
                frame.station().settings().regionOfInterest(),
                outcome));
        return new Outcome(verdict, emissions);
    }

    @Override
    public Outcome writeShed(Frame frame, String reason) {
        return new Outcome(Verdict.SHED, write(() -> writer.shed(frame, reason)));
    }

    @Override
    public Outcome writeDuplicate(Frame frame, String eventId) {
        return new Outcome(Verdict.UNKNOWN, write(() -> writer.duplicate(frame, eventId)));
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
