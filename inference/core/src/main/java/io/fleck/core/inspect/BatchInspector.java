package io.fleck.core.inspect;

import io.fleck.core.batch.BatchClock;
import io.fleck.core.batch.BatchException;
import io.fleck.core.batch.BatchObserver;
import io.fleck.core.batch.BatchPolicy;
import io.fleck.core.batch.BatchRequest;
import io.fleck.core.batch.Callers;
import io.fleck.core.batch.DynamicBatcher;
import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.image.DecodeException;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import java.util.concurrent.CompletableFuture;

/**
 * Inspects frames of many cameras with one model, batched, each answered by a future. Frames are decoded on threads of
 * its own. Safe for use by several threads.
 */
public final class BatchInspector implements AutoCloseable {
    private final ModelPackage model;
    private final Engine engine;
    private final Thresholds thresholds;
    private final DynamicBatcher<FrameRequest, InspectionOutcome> batcher;

    private BatchInspector(
            ModelPackage model, Engine engine, BatchPolicy policy, Callers callers, BatchObserver observer) {
        this.model = model;
        this.engine = engine;
        FrameWork work = FrameWork.of(model, engine.spec(), System::nanoTime);
        this.thresholds = new Thresholds(model, work.model().calibrator());
        this.batcher = new DynamicBatcher<>(
                model.manifest().name(), engine, policy, work, callers, BatchClock.SYSTEM, observer);
    }

    /**
     * Loads a model into an engine and starts the threads of its batcher.
     *
     * @param options threads of a run and warm-up; workers and batch size are the policy's
     * @param callers the threads that submit
     * @throws ModelException when model.json and graph do not agree
     * @throws InferenceException when the engine cannot load the graph
     */
    public static BatchInspector open(
            ModelPackage model,
            EngineProvider provider,
            EngineOptions options,
            BatchPolicy policy,
            Callers callers,
            BatchObserver observer) {
        Engine engine = provider.open(
                model.graph(), options.withWorkers(policy.workers()).withMaxBatch(policy.maxBatchSize()));
        try {
            return new BatchInspector(model, engine, policy, callers, observer);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /**
     * Queues a frame; waits while the policy's capacity is used up.
     *
     * @return completes with the outcome, or with {@link DecodeException} when the frame cannot be decoded or its region
     *     of interest lies outside, or with {@link BatchException}
     * @throws InterruptedException when interrupted while waiting; the frame was not taken
     */
    public CompletableFuture<InspectionOutcome> submit(BatchRequest<FrameRequest> frame) throws InterruptedException {
        return batcher.submit(frame);
    }

    /** The model's description. */
    public ModelManifest manifest() {
        return model.manifest();
    }

    /** What its calibration gives. */
    public Thresholds thresholds() {
        return thresholds;
    }

    /** Answers what is in flight, at most for the policy's run timeout, then closes the engine. */
    @Override
    public void close() {
        batcher.close();
        engine.close();
    }
}
