package io.fleck.stream.topology;

import io.fleck.core.batch.Callers;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.pending.PendingResults;
import io.fleck.stream.topology.InspectionTopology.Collaborators;
import java.util.Arrays;
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
 * Takes inputs up and hands them to their models; {@link PendingResults} forwards the outcomes in order and before their
 * inputs are committed. Belongs to one task and its stream thread.
 */
final class FrameInspector extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    /** Name of the store that keeps what is pending. */
    static final String PENDING = "frames-pending";

    private final FrameInspection inspection;
    private final DeadLetters deadLetters;
    private final Collaborators with;
    private final InspectionMetrics metrics;

    @SuppressWarnings("NullAway.Init") // set by init
    private PendingResults<PendingFrame, InspectionOutcome> pending;

    @SuppressWarnings("NullAway.Init") // set by init
    private Callers.Caller caller;

    FrameInspector(FrameInspection inspection, DeadLetters deadLetters, Collaborators with) {
        this.inspection = inspection;
        this.deadLetters = deadLetters;
        this.with = with;
        this.metrics = with.metrics();
    }

    /** Also called when a task is revived: what it had pending then was not committed. */
    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        super.init(context);
        pending = context.getStateStore(PENDING);
        caller = with.callers().register();
        FrameConclusion conclusion =
                new FrameConclusion(inspection, deadLetters, seen(context), metrics, with.nanoTime(), this::forward);
        pending.attach(context, conclusion, caller::await);
        context.schedule(with.flow().lookInterval(), PunctuationType.WALL_CLOCK_TIME, time -> pending.forwardArrived());
    }

    private Optional<SeenFrames> seen(ProcessorContext<byte[], byte[]> context) {
        return with.flow().findsDuplicates()
                ? Optional.of(new SeenFrames(
                        context.getStateStore(SeenFrames.STORE), with.flow().duplicateWindow(), with.clock()))
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
        pending.limitTo(with.flow().framesPending());
    }

    private void takeUp(Input input) {
        long now = with.nanoTime().getAsLong();
        try {
            Frame frame = inspection.read(input);
            pending.add(order(input), new PendingFrame(input, Optional.of(frame), now), submit(frame));
        } catch (PoisonException e) {
            pending.add(
                    order(input), new PendingFrame(input, Optional.empty(), now), CompletableFuture.failedFuture(e));
        }
    }

    private CompletableFuture<InspectionOutcome> submit(Frame frame) {
        try {
            return inspection.submit(frame);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamsException("interrupted while a frame waited for its batch", e);
        }
    }

    /** Inputs of one record key keep their order: their hash suffices, a collision only keeps more of it. */
    private static String order(Input input) {
        return Integer.toHexString(Arrays.hashCode(input.key()));
    }

    private Input input(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context()
                .recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record outside of a topic; inputs come from topics"));
        return new Input(
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
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
                                    with.clock().millis(),
                                    emission.headers()),
                            InspectionTopology.sink(emission.topic()));
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
