package io.fleck.stream.topology;

import io.fleck.avro.Verdict;
import io.fleck.core.batch.BatchException;
import io.fleck.core.image.DecodeException;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.stream.claims.ClaimStoreUnavailableException;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.OutageException;
import io.fleck.stream.pending.Conclusion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends every input in exactly one result or dead letter. Belongs to one task and its stream thread. */
final class FrameConclusion implements Conclusion<PendingFrame, InspectionOutcome> {
    private static final Logger LOG = LoggerFactory.getLogger(FrameConclusion.class);
    private static final double NANOS = 1e9;

    private final FrameInspection inspection;
    private final DeadLetters deadLetters;
    private final Optional<SeenFrames> seen;
    private final InspectionMetrics metrics;
    private final LongSupplier nanoTime;
    private final Consumer<List<Emission>> forward;

    /**
     * Concludes for one task.
     *
     * @param seen frames that have had a verdict; empty where nobody looks for frames that come twice
     * @param forward writes records in the context of the input that they follow from
     */
    FrameConclusion(
            FrameInspection inspection,
            DeadLetters deadLetters,
            Optional<SeenFrames> seen,
            InspectionMetrics metrics,
            LongSupplier nanoTime,
            Consumer<List<Emission>> forward) {
        this.inspection = inspection;
        this.deadLetters = deadLetters;
        this.seen = seen;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
        this.forward = forward;
    }

    @Override
    public void succeeded(PendingFrame pending, InspectionOutcome outcome) {
        Frame frame = pending.required();
        Optional<String> earlier = seen.flatMap(frames -> frames.verdictOn(frame));
        if (earlier.isPresent()) {
            forward.accept(inspection.writeDuplicate(frame, earlier.get()));
            metrics.result(Verdict.UNKNOWN.name(), seconds(pending));
            return;
        }
        try {
            forward.accept(inspection.write(frame, outcome));
        } catch (PoisonException e) {
            deadLetter(pending, e);
            return;
        }
        seen.ifPresent(frames -> frames.remember(frame));
        metrics.result(OutcomeRecords.verdict(outcome).name(), seconds(pending));
    }

    @Override
    public void failed(PendingFrame pending, Throwable error) {
        if (error instanceof PoisonException poison) {
            deadLetter(pending, poison);
        } else if (error instanceof DecodeException picture) {
            deadLetter(pending, PoisonException.of(picture));
        } else if (error instanceof BatchException batch) {
            notRun(pending, batch);
        } else if (error instanceof ClaimStoreUnavailableException) {
            again(pending);
        } else if (error instanceof OutOfMemoryError memory) {
            throw memory;
        } else {
            // A defect, but one that this frame brings out: repeating it would stop the stream for good.
            deadLetter(pending, PoisonException.internal(error));
        }
    }

    private void notRun(PendingFrame pending, BatchException error) {
        switch (error.reason()) {
            case POISON -> deadLetter(pending, PoisonException.refusedByEngine(error));
            case EXPIRED -> shed(pending, String.valueOf(error.getMessage()));
            case ENGINE, HUNG -> again(pending);
            case CLOSED -> throw error;
        }
    }

    /** Waits for claim store and engine on this very thread: what comes behind needs them as well. */
    private void again(PendingFrame pending) {
        InspectionOutcome outcome;
        try {
            outcome = inspection.inspectAgain(pending.required());
        } catch (OutageException e) {
            throw e;
        } catch (RuntimeException e) {
            failed(pending, e);
            return;
        }
        succeeded(pending, outcome);
    }

    private void shed(PendingFrame pending, String reason) {
        forward.accept(inspection.writeShed(pending.required(), reason));
        metrics.result(Verdict.SHED.name(), seconds(pending));
    }

    private void deadLetter(PendingFrame pending, PoisonException poison) {
        Input input = pending.input();
        LOG.warn(
                "dead letter {}-{} offset {}: {}: {}",
                input.topic(),
                input.partition(),
                input.offset(),
                poison.reason(),
                poison.getMessage());
        forward.accept(List.of(deadLetters.of(input, poison)));
        metrics.deadLetter(poison.reason(), seconds(pending));
    }

    @Override
    public RuntimeException expired(PendingFrame pending, TimeoutException error) {
        return inspection.giveBack(pending.required(), error);
    }

    private double seconds(PendingFrame pending) {
        return (nanoTime.getAsLong() - pending.takenUpAt()) / NANOS;
    }
}
