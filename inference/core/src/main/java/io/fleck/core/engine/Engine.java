package io.fleck.core.engine;

/**
 * A model loaded and ready to run.
 *
 * <p>Several threads may call {@link #run} at once, each with a batch of its own.
 */
public interface Engine extends AutoCloseable {
    /** Shapes of the model's inputs and outputs. */
    ModelSpec spec();

    /**
     * Makes a batch whose buffers suit this engine best (pinned, for one). It is the caller's to reuse, and must not be
     * used once the engine is closed.
     *
     * @param capacity most items, from 1 to {@link EngineOptions#maxBatch()}
     */
    default TensorBatch newBatch(int capacity) {
        return new TensorBatch(spec(), capacity);
    }

    /**
     * Runs the model over the first {@link TensorBatch#size()} items of a batch and fills their outputs. The batch may be
     * one of {@link #newBatch} or any other of the same {@link #spec}.
     *
     * @throws InferenceException when the engine fails or is closed; the batch's outputs are then undefined
     * @throws IllegalArgumentException when the batch is of another spec or holds no items or too many
     */
    void run(TensorBatch batch);

    /**
     * Ends the engine: later runs are refused, and native memory is freed as soon as the last run that is going on has
     * returned. Waits for none of them; a second close does nothing.
     */
    @Override
    void close();
}
