package io.fleck.stream.topology;

import io.fleck.core.image.DecodeException;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.outage.Dependency;
import io.fleck.stream.outage.OutageException;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The steps from a raw record to the records that follow from it: read, inspect, write. Each may wait for what is away;
 * what is wrong with the input itself is a {@link PoisonException}. Safe for use by several threads.
 */
final class FrameInspection {
    private final FrameReader reader;
    private final OutcomeWriter writer;
    private final Circuit circuit;
    private final Previews previews;
    private final InspectionMetrics metrics;
    private final LongSupplier nanoTime;

    FrameInspection(
            FrameReader reader,
            OutcomeWriter writer,
            Circuit circuit,
            Previews previews,
            InspectionMetrics metrics,
            LongSupplier nanoTime) {
        this.reader = reader;
        this.writer = writer;
        this.circuit = circuit;
        this.previews = previews;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
    }

    /** The frame in a record. */
    Frame read(Input input) {
        return timed("read", () -> circuit.call(Dependency.REGISTRY, () -> reader.read(input)));
    }

    /** What is found in a frame. */
    InspectionOutcome inspect(Frame frame) {
        Station station = frame.station();
        try {
            InspectionOutcome outcome = circuit.call(
                    Dependency.ENGINE, () -> station.inspector().inspect(frame.picture(), station.settings()));
            measure(outcome);
            return outcome;
        } catch (DecodeException e) {
            throw PoisonException.of(e);
        } catch (OutageException e) {
            throw e;
        } catch (RuntimeException e) {
            // A defect, but one that this frame brings out: repeating it would stop the stream for good.
            throw PoisonException.internal(e);
        }
    }

    /** The records that follow from an outcome; a preview is offered beside them. */
    List<Emission> write(Frame frame, InspectionOutcome outcome) {
        List<Emission> emissions =
                timed("write", () -> circuit.call(Dependency.REGISTRY, () -> writer.write(frame, outcome)));
        previews.offer(new Inspected(
                frame.eventId(),
                frame.record(),
                OutcomeRecords.verdict(outcome),
                frame.station().model().getName(),
                frame.station().settings().regionOfInterest(),
                outcome));
        return emissions;
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
