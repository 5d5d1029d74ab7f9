package io.fleck.core.batch;

import io.fleck.core.engine.TensorBatch;

/**
 * What a caller does with a slot. Both methods run on threads of the batcher, several at once for different slots.
 *
 * @param <T> item
 * @param <R> its result
 */
public interface BatchWork<T, R> {
    /**
     * Fills the inputs of one slot. An exception is the item's own fault: it completes this item's future and touches no
     * other.
     */
    void prepare(T item, TensorBatch batch, int slot);

    /** Reads the outputs of one slot; the buffers are reused once this returns. */
    R conclude(T item, TensorBatch batch, int slot, BatchTimings timings);
}
