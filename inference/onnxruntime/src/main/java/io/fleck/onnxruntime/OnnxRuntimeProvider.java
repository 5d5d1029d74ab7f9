package io.fleck.onnxruntime;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.GuardedEngine;
import io.fleck.core.engine.InferenceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** ONNX Runtime on the CPU, through DJL. */
public final class OnnxRuntimeProvider implements EngineProvider {
    /** Name in the configuration. */
    public static final String NAME = "onnxruntime";

    /** Behind every engine that needs a device: this one runs anywhere. */
    private static final int PREFERENCE = 100;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int preference() {
        return PREFERENCE;
    }

    /**
     * Larger batches are some 15 % faster, but take other kernels, which sum in another order: the last bit of a frame's
     * score would depend on its neighbours (ADR 0008).
     */
    @Override
    public int preferredBatchSize() {
        return 1;
    }

    @Override
    @SuppressWarnings("CatchThrowable") // natives that do not load are errors, not exceptions
    public Optional<String> unavailable() {
        try {
            DjlSetup.engine();
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of("its native library does not load on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ": " + String.valueOf(e).replaceAll("\\s+", " "));
        }
    }

    @Override
    public Engine open(Path graph, EngineOptions options) {
        if (!Files.isRegularFile(graph)) {
            throw new InferenceException(NAME + " cannot load " + graph + ": no such file", null);
        }
        return GuardedEngine.open(OnnxRuntimeEngine.load(graph, options), NAME, graph, options);
    }
}
