package io.fleck.core.inspect;

import io.fleck.core.batch.BatchTimings;
import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.TensorBatch;
import io.fleck.core.image.DecodeException;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongSupplier;

/**
 * Inspects frames with one model, one frame a run.
 *
 * <p>Safe for use by several threads: as many as the engine has workers are inside it at the same time, others decode
 * and then wait.
 */
public final class Inspector implements AutoCloseable {
    private final ModelPackage model;
    private final Engine engine;
    private final FrameWork work;
    private final Thresholds thresholds;
    private final BlockingQueue<TensorBatch> idle;
    private final LongSupplier nanoTime;

    private Inspector(ModelPackage model, Engine engine, int workers, LongSupplier nanoTime) {
        this.model = model;
        this.engine = engine;
        this.work = FrameWork.of(model, engine.spec(), nanoTime);
        this.thresholds = new Thresholds(model, work.model().calibrator());
        this.nanoTime = nanoTime;
        this.idle = new ArrayBlockingQueue<>(workers);
        for (int i = 0; i < workers; i++) {
            idle.add(engine.newBatch(1));
        }
    }

    /**
     * Loads a model into an engine.
     *
     * @param options whose {@code maxBatch} does not matter: a run holds one frame
     * @throws ModelException when model.json and graph do not agree
     * @throws InferenceException when the engine cannot load the graph
     */
    public static Inspector open(ModelPackage model, EngineProvider provider, EngineOptions options) {
        return open(model, provider, options, System::nanoTime);
    }

    static Inspector open(ModelPackage model, EngineProvider provider, EngineOptions options, LongSupplier nanoTime) {
        Engine engine = provider.open(model.graph(), options.withMaxBatch(1));
        try {
            return new Inspector(model, engine, options.workers(), nanoTime);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /**
     * Inspects one frame.
     *
     * @throws DecodeException when the frame cannot be decoded, or its region of interest lies outside
     * @throws InferenceException when the engine fails, gives what is no finite number, or is closed; also when the
     *     thread is interrupted while all workers are busy (its interrupt stays set)
     */
    public InspectionOutcome inspect(EncodedImage frame, InspectionSettings settings) {
        FrameRequest request = new FrameRequest(frame, settings);
        long arrived = nanoTime.getAsLong();
        work.decode(request);
        long decoded = nanoTime.getAsLong();
        TensorBatch batch = takeBatch();
        try {
            return inspect(request, batch, decoded - arrived, nanoTime.getAsLong() - decoded);
        } finally {
            idle.add(batch);
        }
    }

    private InspectionOutcome inspect(FrameRequest request, TensorBatch batch, long decodeNanos, long waitNanos) {
        long taken = nanoTime.getAsLong();
        batch.size(1);
        work.prepare(request, batch, 0);
        long prepared = nanoTime.getAsLong();
        engine.run(batch);
        long inferNanos = nanoTime.getAsLong() - prepared;
        BatchTimings timings = new BatchTimings(-1, decodeNanos + prepared - taken, waitNanos, inferNanos, 1);
        return work.conclude(request, batch, 0, timings);
    }

    private TensorBatch takeBatch() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InferenceException("interrupted while waiting for a free engine worker", e);
        }
    }

    /** The model's description. */
    public ModelManifest manifest() {
        return model.manifest();
    }

    /** The calibrated threshold, all of the frame, the full range of its format, the default limits. */
    public InspectionSettings settings() {
        return InspectionSettings.ofThreshold(thresholds.calibrated());
    }

    /** What its calibration gives. */
    public Thresholds thresholds() {
        return thresholds;
    }

    /** Closes the engine. */
    @Override
    public void close() {
        engine.close();
    }
}
