package io.fleck.core.wafer;

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
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.core.model.WaferSettings;
import io.fleck.core.wafer.grid.DieGrid;
import java.util.concurrent.CompletableFuture;

/**
 * Classifies wafers of many lots with one model, batched, each answered by a future. Says of a wafer what {@link
 * WaferClassifier} says. Safe for use by several threads.
 *
 * @param <W> what is known of a wafer
 */
public final class BatchClassifier<W> implements AutoCloseable {
    private final ModelManifest manifest;
    private final WaferSettings settings;
    private final NoveltyGate gate;
    private final Engine engine;
    private final DynamicBatcher<W, ClassifiedWafer> batcher;

    private BatchClassifier(
            ModelPackage model,
            WaferSettings settings,
            WaferInput<W> input,
            Engine engine,
            BatchPolicy policy,
            Callers callers,
            BatchObserver observer) {
        WaferClassifier.requireOutputs(model, settings, engine.spec());
        this.manifest = model.manifest();
        this.settings = settings;
        this.gate = WaferClassifier.gate(model, settings);
        this.engine = engine;
        this.batcher = new DynamicBatcher<>(
                manifest.name(),
                engine,
                policy,
                new WaferWork<>(input, new WaferJudge(settings, gate)),
                callers,
                BatchClock.SYSTEM,
                observer);
    }

    /**
     * Loads a model of die grids into an engine and starts the threads of its batcher.
     *
     * @param options threads of a run and warm-up; workers and batch size are the policy's
     * @param callers the threads that submit
     * @throws ModelException when the model is of another kind or its graph does not fit its manifest
     * @throws InferenceException when the engine cannot load the graph
     */
    public static BatchClassifier<DieGrid> ofDies(
            ModelPackage model,
            EngineProvider provider,
            EngineOptions options,
            BatchPolicy policy,
            Callers callers,
            BatchObserver observer) {
        WaferSettings settings = WaferClassifier.require(model, ModelManifest.WAFER_DIES, "die grids");
        DieInput input = new DieInput(settings.resolution(), settings.views());
        Engine engine = provider.open(
                model.graph(), options.withWorkers(policy.workers()).withMaxBatch(policy.maxBatchSize()));
        try {
            return new BatchClassifier<>(model, settings, input, engine, policy, callers, observer);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /**
     * Queues a wafer; waits while the policy's capacity is used up.
     *
     * @return completes with the result, or with {@link BatchException}
     * @throws InterruptedException when interrupted while waiting; the wafer was not taken
     */
    public CompletableFuture<ClassifiedWafer> submit(BatchRequest<W> wafer) throws InterruptedException {
        return batcher.submit(wafer);
    }

    /** What model.json says. */
    public ModelManifest manifest() {
        return manifest;
    }

    /** Classes and calibration. */
    public WaferSettings settings() {
        return settings;
    }

    /** What decides that a wafer is novel. */
    public NoveltyGate gate() {
        return gate;
    }

    /** Answers what is in flight, at most for the policy's run timeout, then closes the engine. */
    @Override
    public void close() {
        batcher.close();
        engine.close();
    }
}
