package io.fleck.core.inspect;

import io.fleck.core.batch.BatchTimings;
import io.fleck.core.batch.BatchWork;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorBatch;
import io.fleck.core.image.DecodeException;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelPackage;
import java.util.function.LongSupplier;

/**
 * What is done to a frame before and after the engine: the two halves of an inspection, whoever runs the engine in
 * between, an {@link Inspector} or a {@link io.fleck.core.batch.DynamicBatcher}. Safe for use by several threads.
 */
public final class FrameWork implements BatchWork<FrameRequest, InspectionOutcome> {
    private final FrameModel model;
    private final FramePreparation preparation;
    private final OutcomeReader reader;

    private FrameWork(FrameModel model, LongSupplier nanoTime) {
        this.model = model;
        this.preparation = new FramePreparation(model.input());
        this.reader = new OutcomeReader(model, nanoTime);
    }

    /**
     * The work of a model.
     *
     * @param model a model of frames
     * @param graph shapes of its graph, from the engine that runs it
     * @param nanoTime clock for the time that reading an outcome takes
     * @throws ModelException when model.json and graph do not agree
     */
    public static FrameWork of(ModelPackage model, ModelSpec graph, LongSupplier nanoTime) {
        return new FrameWork(FrameModel.of(model, graph), nanoTime);
    }

    /**
     * Decodes a frame ahead of {@link #prepare}, which else does it: a slot need not wait for it.
     *
     * @throws DecodeException when it cannot be decoded
     */
    public void decode(FrameRequest request) {
        preparation.decode(request);
    }

    /**
     * Fills a slot.
     *
     * @throws DecodeException when the frame cannot be decoded, or its region of interest lies outside
     */
    @Override
    public void prepare(FrameRequest request, TensorBatch batch, int slot) {
        preparation.decode(request);
        preparation.fill(request, batch.inputSlot(model.input().tensor(), slot));
    }

    /**
     * Reads the outcome from a slot. Stages that {@code timings} has as -1 stay so.
     *
     * @throws InferenceException when the graph gave what is no finite number
     */
    @Override
    public InspectionOutcome conclude(FrameRequest request, TensorBatch batch, int slot, BatchTimings timings) {
        return reader.read(request, batch, slot, timings);
    }

    FrameModel model() {
        return model;
    }
}
