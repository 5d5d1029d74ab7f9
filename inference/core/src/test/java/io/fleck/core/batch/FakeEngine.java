package io.fleck.core.batch;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorBatch;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Doubles a number, one int an item, and lets the test decide what happens in a run. */
final class FakeEngine implements Engine {
    static final ModelSpec SPEC = new ModelSpec(
            List.of(new TensorSpec("x", TensorType.INT32, List.of())),
            List.of(new TensorSpec("y", TensorType.INT32, List.of())));

    final BlockingQueue<Integer> batchSizes = new LinkedBlockingQueue<>();
    private volatile Consumer<TensorBatch> before = batch -> {};

    /** What happens before each run's result: it may throw or block. */
    void beforeRun(Consumer<TensorBatch> action) {
        before = action;
    }

    static boolean holds(TensorBatch batch, int value) {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.inputSlot("x", i).getInt() == value) {
                return true;
            }
        }
        return false;
    }

    @Override
    public ModelSpec spec() {
        return SPEC;
    }

    @Override
    public void run(TensorBatch batch) {
        before.accept(batch);
        for (int i = 0; i < batch.size(); i++) {
            batch.outputSlot("y", i).putInt(2 * batch.inputSlot("x", i).getInt());
        }
        batchSizes.add(batch.size());
    }

    @Override
    public void close() {}
}
