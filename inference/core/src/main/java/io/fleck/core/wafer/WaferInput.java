package io.fleck.core.wafer;

import io.fleck.core.engine.TensorBatch;
import java.util.List;

/**
 * How wafers of one kind become a graph's input. Safe for use by several threads, each with a batch of its own.
 *
 * @param <W> what is known of a wafer: a die grid, or a list of defects
 */
interface WaferInput<W> {
    /** The {@link io.fleck.core.model.ModelManifest#kind} of models that read such wafers. */
    String kind();

    /** Fills all inputs of a batch and sets its size; at least one wafer, at most the batch's capacity. */
    void fill(List<W> wafers, TensorBatch batch);
}
