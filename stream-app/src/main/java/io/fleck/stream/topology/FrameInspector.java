package io.fleck.stream.topology;

import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.stream.metrics.InspectionMetrics;
import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends every input in exactly one result or dead letter before {@code process()} returns, because Kafka Streams commits
 * an input once it has returned. Belongs to one task and its stream thread.
 */
final class FrameInspector extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(FrameInspector.class);
    private static final double NANOS = 1e9;

    private final FrameInspection inspection;
    private final DeadLetters deadLetters;
    private final InspectionMetrics metrics;
    private final Clock clock;
    private final LongSupplier nanoTime;

    FrameInspector(
            FrameInspection inspection,
            DeadLetters deadLetters,
            InspectionMetrics metrics,
            Clock clock,
            LongSupplier nanoTime) {
        this.inspection = inspection;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        metrics.received();
        long start = nanoTime.getAsLong();
        boolean ended = false;
        try {
            conclude(input(record), start);
            ended = true;
        } finally {
            if (!ended) {
                metrics.aborted();
            }
        }
    }

    private void conclude(Input input, long start) {
        try {
            Frame frame = inspection.read(input);
            succeeded(frame, inspection.inspect(frame), start);
        } catch (PoisonException e) {
            failed(input, e, start);
        }
    }

    private void succeeded(Frame frame, InspectionOutcome outcome, long start) {
        forward(inspection.write(frame, outcome));
        metrics.result(OutcomeRecords.verdict(outcome).name(), seconds(start));
    }

    private void failed(Input input, PoisonException poison, long start) {
        LOG.warn(
                "dead letter {}-{} offset {}: {}: {}",
                input.topic(),
                input.partition(),
                input.offset(),
                poison.reason(),
                poison.getMessage());
        forward(List.of(deadLetters.of(input, poison)));
        metrics.deadLetter(poison.reason(), seconds(start));
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
                            new Record<>(emission.key(), emission.value(), clock.millis(), emission.headers()),
                            InspectionTopology.sink(emission.topic()));
        }
    }

    private double seconds(long start) {
        return (nanoTime.getAsLong() - start) / NANOS;
    }
}
