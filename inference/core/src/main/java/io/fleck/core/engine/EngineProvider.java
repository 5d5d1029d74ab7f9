package io.fleck.core.engine;

import java.nio.file.Path;
import java.util.Optional;

/** An engine that a deployment can bring along, found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {
    /** Name in the configuration, for example {@code onnxruntime}. */
    String name();

    /** Order in which {@code engine=auto} tries providers: the lowest available first. */
    int preference();

    /** Whether {@code engine=auto} may choose it. One that only stands in for an engine must be asked for by its name. */
    default boolean automatic() {
        return true;
    }

    /** Why this engine cannot run on this machine, in one line; empty when it can. Never throws. */
    Optional<String> unavailable();

    /** Largest batch that this engine takes unless asked for another, at least 1. */
    default int preferredBatchSize() {
        return 32;
    }

    /**
     * Loads a graph.
     *
     * @param graph ONNX file whose inputs and outputs have the batch as first dimension
     * @throws InferenceException when the graph cannot be loaded
     */
    Engine open(Path graph, EngineOptions options);
}
