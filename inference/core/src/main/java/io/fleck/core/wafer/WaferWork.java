package io.fleck.core.wafer;

import io.fleck.core.batch.BatchTimings;
import io.fleck.core.batch.BatchWork;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.TensorBatch;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * What is done to wafers before and after the engine when a batcher gathers them. Wafers have as many sites as they have
 * defects, so a batch is put together as a whole, once it is complete. Safe for use by several threads.
 */
final class WaferWork<W> implements BatchWork<W, ClassifiedWafer> {
    private final WaferInput<W> input;
    private final WaferJudge judge;

    WaferWork(WaferInput<W> input, WaferJudge judge) {
        this.input = input;
        this.judge = judge;
    }

    @Override
    public void prepare(W wafer, TensorBatch batch, int slot) {
        // Nothing has a slot of its own: assemble() fills all of it.
    }

    @Override
    public void assemble(List<W> wafers, TensorBatch batch) {
        input.fill(wafers, batch);
    }

    /**
     * Judges a wafer.
     *
     * @throws InferenceException when the graph gave what is no finite number
     */
    @Override
    public ClassifiedWafer conclude(W wafer, TensorBatch batch, int slot, BatchTimings timings) {
        WaferNetwork.Output output = new WaferNetwork.Output(
                values(batch, WaferGraph.LOGITS, slot),
                values(batch, WaferGraph.LATENT, slot),
                values(batch, WaferGraph.NOVELTY, slot));
        return new ClassifiedWafer(judge.judge(output), timings);
    }

    private static float[] values(TensorBatch batch, String output, int slot) {
        FloatBuffer floats = batch.outputSlot(output, slot).asFloatBuffer();
        float[] values = new float[floats.remaining()];
        floats.get(values);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new InferenceException("output '" + output + "' holds " + value, null);
            }
        }
        return values;
    }
}
