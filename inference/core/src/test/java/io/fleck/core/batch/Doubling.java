package io.fleck.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.TensorBatch;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Work over the {@link FakeEngine}: an item is a number of at least 0, its result its double. */
final class Doubling implements BatchWork<Integer, Integer> {
    private static final int NONE = -1;

    private final Semaphore prepared = new Semaphore(0);
    private volatile int unreadable = NONE;
    private volatile BiConsumer<List<Integer>, TensorBatch> assembling = (items, batch) -> {};

    /** Waits until so many items have been handed to {@link #prepare}. */
    void awaitPrepared(int items) throws InterruptedException {
        assertThat(prepared.tryAcquire(items, 20, TimeUnit.SECONDS))
                .as("%d items are prepared", items)
                .isTrue();
    }

    /** The outputs of this item cannot be meant. */
    void unreadable(int item) {
        unreadable = item;
    }

    @Override
    public void prepare(Integer item, TensorBatch batch, int slot) {
        if (item < 0) {
            throw new IllegalArgumentException("item " + item);
        }
        batch.inputSlot("x", slot).putInt(item);
        prepared.release();
    }

    /** What happens when a batch is assembled: it may throw. */
    void onAssemble(BiConsumer<List<Integer>, TensorBatch> action) {
        assembling = action;
    }

    @Override
    public void assemble(List<Integer> items, TensorBatch batch) {
        assembling.accept(items, batch);
    }

    @Override
    public Integer conclude(Integer item, TensorBatch batch, int slot, BatchTimings timings) {
        if (item == unreadable) {
            throw new InferenceException("not a number", null);
        }
        return batch.outputSlot("y", slot).getInt();
    }
}
