package io.fleck.core.batch;

import io.fleck.core.engine.TensorBatch;
import java.util.List;

/**
 * What a caller does with a slot. All methods run on threads of the batcher, several at once for different slots or batches.
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

    /**
     * Fills the inputs that have no slots because their rows are not the batch's, right before a run. By default there are
     * none.
     *
     * @param items one a slot, in their order; where a slot was given up, another item stands in
     */
    default void assemble(List<T> items, TensorBatch batch) {}

    /** Reads the outputs of one slot; the buffers are reused once this returns. */
    R conclude(T item, TensorBatch batch, int slot, BatchTimings timings);
}
