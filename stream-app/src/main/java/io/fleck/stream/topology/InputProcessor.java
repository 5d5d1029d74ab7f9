package io.fleck.stream.topology;

import io.fleck.core.batch.Callers;
import io.fleck.stream.metrics.InputMetrics;
import io.fleck.stream.pending.PendingResults;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Takes inputs of one kind up and hands them to their models; {@link PendingResults} forwards the outcomes in order and before their
 * inputs are committed. Belongs to one task and its stream thread.
 */
final class InputProcessor<S extends Subject, R> extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    private final Intake<S, R> intake;
    private final InputMetrics metrics;

    @SuppressWarnings("NullAway.Init") // set by init
    private PendingResults<PendingInput<S>, R> pending;

    @SuppressWarnings("NullAway.Init") // set by init
    private Callers.Caller caller;

    InputProcessor(Intake<S, R> intake) {
        this.intake = intake;
        this.metrics = intake.metrics();
    }

    /** Also called when a task is revived: what it had pending then was not committed. */
    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        super.init(context);
        pending = context.getStateStore(intake.pendingStore());
        caller = intake.with().callers().register();
        InputConclusion<S, R> conclusion = new InputConclusion<>(
                intake.inspection(),
                intake.deadLetters(),
                seen(context),
                metrics,
                intake.with().nanoTime(),
                this::forward);
        pending.attach(context, conclusion, caller::await);
        context.schedule(
                intake.with().flow().lookInterval(), PunctuationType.WALL_CLOCK_TIME, time -> pending.forwardArrived());
    }

    private Optional<SeenInputs> seen(ProcessorContext<byte[], byte[]> context) {
        Flow flow = intake.with().flow();
        return flow.findsDuplicates()
                ? Optional.of(new SeenInputs(
                        context.getStateStore(intake.seenStore()),
                        flow.duplicateWindow(),
                        intake.with().clock()))
                : Optional.empty();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        metrics.received();
        boolean takenUp = false;
        try {
            takeUp(input(record));
            takenUp = true;
        } finally {
            if (!takenUp) {
                metrics.aborted();
            }
        }
        pending.forwardArrived();
        pending.limitTo(intake.with().flow().framesPending());
    }

    private void takeUp(Input input) {
        long now = intake.with().nanoTime().getAsLong();
        String order = intake.order().apply(input);
        try {
            S subject = intake.inspection().read(input);
            pending.add(order, new PendingInput<>(input, Optional.of(subject), now), submit(subject));
        } catch (PoisonException e) {
            pending.add(order, new PendingInput<>(input, Optional.empty(), now), CompletableFuture.failedFuture(e));
        }
    }

    private CompletableFuture<R> submit(S subject) {
        try {
            return intake.inspection().submit(subject);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamsException("interrupted while an input waited for its batch", e);
        }
    }

    private Input input(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context()
                .recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record outside of a topic; inputs come from topics"));
        return Input.of(record, metadata);
    }

    /** A record's timestamp is the time at which it is sent: retention and latency count from there. */
    @SuppressWarnings("NullAway") // Kafka takes null keys and values
    private void forward(List<Emission> emissions) {
        for (Emission emission : emissions) {
            context()
                    .forward(
                            new Record<>(
                                    emission.key(),
                                    emission.value(),
                                    intake.with().clock().millis(),
                                    emission.headers()),
                            intake.child(emission.child()));
        }
    }

    /** Comes after the last commit: what is still pending was not committed and comes again, here or elsewhere. */
    @Override
    public void close() {
        for (int i = pending.abandon(); i > 0; i--) {
            metrics.aborted();
        }
        caller.close();
    }
}
