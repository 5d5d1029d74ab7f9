package io.fleck.core.batch;

import io.fleck.core.engine.TensorBatch;

/** Work over the {@link FakeEngine}: an item is a number of at least 0, its result its double. */
final class Doubling implements BatchWork<Integer, Integer> {
    @Override
    public void prepare(Integer item, TensorBatch batch, int slot) {
        if (item < 0) {
            throw new IllegalArgumentException("item " + item);
        }
        batch.inputSlot("x", slot).putInt(item);
    }

    @Override
    public Integer conclude(Integer item, TensorBatch batch, int slot, BatchTimings timings) {
        return batch.outputSlot("y", slot).getInt();
    }
}
