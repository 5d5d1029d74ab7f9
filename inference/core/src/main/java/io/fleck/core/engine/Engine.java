package io.fleck.core.engine;

/**
 * A model loaded and ready to run.
 *
 * <p>Several threads may call {@link #run} at once, each with a batch of its own. {@link #close} waits for none of them:
 * the caller stops running before it closes; a second close does nothing.
 */
public interface Engine extends AutoCloseable {
    /** Shapes of the model's inputs and outputs. */
    ModelSpec spec();

    /**
     * Runs the model over the first {@link TensorBatch#size()} items of a batch and fills its outputs.
     *
     * @throws InferenceException when the engine fails; the batch's outputs are then undefined
     */
    void run(TensorBatch batch);

    /** Frees the model's native memory. */
    @Override
    void close();
}
