package io.fleck.stream.topology;

import io.fleck.core.batch.BatchException;
import io.fleck.stream.metrics.InputMetrics;
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
final class InputConclusion<S extends Subject, R> implements Conclusion<PendingInput<S>, R> {
    private static final Logger LOG = LoggerFactory.getLogger(InputConclusion.class);
    private static final double NANOS = 1e9;

    private final Inspection<S, R> inspection;
    private final DeadLetters deadLetters;
    private final Optional<SeenInputs> seen;
    private final InputMetrics metrics;
    private final LongSupplier nanoTime;
    private final Consumer<List<Emission>> forward;

    /**
     * Concludes for one task.
     *
     * @param seen inputs that have had a verdict; empty where nobody looks for inputs that come twice
     * @param forward writes records in the context of the input that they follow from
     */
    InputConclusion(
            Inspection<S, R> inspection,
            DeadLetters deadLetters,
            Optional<SeenInputs> seen,
            InputMetrics metrics,
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
    public void succeeded(PendingInput<S> pending, R result) {
        S subject = pending.required();
        Optional<String> earlier = seen.flatMap(inputs -> inputs.verdictOn(subject));
        if (earlier.isPresent()) {
            conclude(pending, inspection.writeDuplicate(subject, earlier.get()));
            return;
        }
        Outcome outcome;
        try {
            outcome = inspection.write(subject, result);
        } catch (PoisonException e) {
            deadLetter(pending, e);
            return;
        }
        conclude(pending, outcome);
        seen.ifPresent(inputs -> inputs.remember(subject));
    }

    private void conclude(PendingInput<S> pending, Outcome outcome) {
        forward.accept(outcome.emissions());
        metrics.result(outcome.verdict().name(), seconds(pending));
    }

    @Override
    public void failed(PendingInput<S> pending, Throwable error) {
        if (error instanceof PoisonException poison) {
            deadLetter(pending, poison);
        } else if (error instanceof BatchException batch) {
            notRun(pending, batch);
        } else if (inspection.isAway(error)) {
            again(pending);
        } else if (error instanceof OutOfMemoryError memory) {
            throw memory;
        } else {
            // Otherwise a defect, but one that this input brings out: repeating it would stop the stream for good.
            deadLetter(pending, inspection.poison(error).orElseGet(() -> PoisonException.internal(error)));
        }
    }

    private void notRun(PendingInput<S> pending, BatchException error) {
        switch (error.reason()) {
            case POISON -> deadLetter(pending, PoisonException.refusedByEngine(error));
            case EXPIRED -> shed(pending, String.valueOf(error.getMessage()));
            case ENGINE, HUNG -> again(pending);
            case CLOSED -> throw error;
        }
    }

    /** Waits for what is away on this very thread: what comes behind needs it as well. */
    private void again(PendingInput<S> pending) {
        R result;
        try {
            result = inspection.inspectAgain(pending.required());
        } catch (OutageException e) {
            throw e;
        } catch (RuntimeException e) {
            failed(pending, e);
            return;
        }
        succeeded(pending, result);
    }

    private void shed(PendingInput<S> pending, String reason) {
        conclude(pending, inspection.writeShed(pending.required(), reason));
    }

    private void deadLetter(PendingInput<S> pending, PoisonException poison) {
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
    public RuntimeException expired(PendingInput<S> pending, TimeoutException error) {
        return inspection.giveBack(pending.required(), error);
    }

    private double seconds(PendingInput<S> pending) {
        return (nanoTime.getAsLong() - pending.takenUpAt()) / NANOS;
    }
}
