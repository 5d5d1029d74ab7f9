package io.fleck.stream.wafers;

import io.fleck.avro.Verdict;
import io.fleck.core.batch.BatchTimings;
import io.fleck.core.wafer.ClassifiedWafer;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.outage.Dependency;
import io.fleck.stream.outage.OutageException;
import io.fleck.stream.topology.Emission;
import io.fleck.stream.topology.EngineAttempts;
import io.fleck.stream.topology.Input;
import io.fleck.stream.topology.Inspection;
import io.fleck.stream.topology.Outcome;
import io.fleck.stream.topology.PoisonException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The steps of a wafer map: decode, hand to the model of its kind, judge, write. Safe for use by several threads. */
final class WaferInspection implements Inspection<Wafer, ClassifiedWafer> {
    private final WaferReader reader;
    private final Signatures signatures;
    private final WaferWriter writer;
    private final Circuit circuit;
    private final EngineAttempts<Wafer, ClassifiedWafer> attempts;
    private final InspectionMetrics metrics;
    private final LongSupplier nanoTime;

    /**
     * Puts the steps together.
     *
     * @param patience longest that one attempt waits for an engine that failed
     */
    WaferInspection(
            WaferReader reader,
            Signatures signatures,
            WaferWriter writer,
            Circuit circuit,
            Duration patience,
            InspectionMetrics metrics,
            LongSupplier nanoTime) {
        this.reader = reader;
        this.signatures = signatures;
        this.writer = writer;
        this.circuit = circuit;
        this.attempts = new EngineAttempts<>(circuit, patience, this::submit);
        this.metrics = metrics;
        this.nanoTime = nanoTime;
    }

    @Override
    public Wafer read(Input input) {
        return timed("read", () -> circuit.call(Dependency.REGISTRY, () -> reader.read(input)));
    }

    @Override
    public CompletableFuture<ClassifiedWafer> submit(Wafer wafer) throws InterruptedException {
        return wafer.model().classifier().submit(wafer.map());
    }

    @Override
    public ClassifiedWafer inspectAgain(Wafer wafer) {
        return attempts.again(wafer);
    }

    @Override
    public OutageException giveBack(Wafer wafer, TimeoutException waited) {
        return attempts.giveBack(wafer, waited);
    }

    @Override
    public boolean isAway(Throwable failure) {
        return false;
    }

    @Override
    public Optional<PoisonException> poison(Throwable failure) {
        return Optional.empty();
    }

    /** Names hold as they are now: a wafer that is read after a name was has that name. */
    @Override
    public Outcome write(Wafer wafer, ClassifiedWafer classified) {
        measure(classified.timings());
        Judgement judgement = signatures.judge(wafer.model().reference().getDigest(), classified.result());
        List<Emission> emissions = write(() -> writer.inspected(wafer, classified, judgement));
        metrics.waferClass(judgement.known() ? judgement.signature() : "");
        return new Outcome(judgement.verdict(), emissions);
    }

    @Override
    public Outcome writeShed(Wafer wafer, String reason) {
        return new Outcome(Verdict.SHED, write(() -> writer.shed(wafer, reason)));
    }

    @Override
    public Outcome writeDuplicate(Wafer wafer, String eventId) {
        return new Outcome(Verdict.UNKNOWN, write(() -> writer.duplicate(wafer, eventId)));
    }

    private List<Emission> write(Supplier<List<Emission>> work) {
        return timed("write", () -> circuit.call(Dependency.REGISTRY, work));
    }

    private void measure(BatchTimings timings) {
        metrics.stage("queue", timings.queueNanos());
        metrics.stage("batch", timings.batchNanos());
        metrics.stage("infer", timings.inferNanos());
    }

    private <T> T timed(String stage, Supplier<T> work) {
        long start = nanoTime.getAsLong();
        T result = work.get();
        metrics.stage(stage, nanoTime.getAsLong() - start);
        return result;
    }
}
