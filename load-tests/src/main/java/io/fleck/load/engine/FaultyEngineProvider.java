package io.fleck.load.engine;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import java.nio.file.Path;
import java.util.Optional;

/** ONNX Runtime with faults on purpose: some runs fail, some hang, all are slow; system properties say which. */
public final class FaultyEngineProvider implements EngineProvider {
    /** Name in the configuration. */
    public static final String NAME = "faulty";

    private static final String REAL = "onnxruntime";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int preference() {
        return Integer.MAX_VALUE;
    }

    /** Never: nobody wants faults who does not ask for them. */
    @Override
    public boolean automatic() {
        return false;
    }

    @Override
    public Optional<String> unavailable() {
        return Optional.empty();
    }

    /** Warms up the real engine before any fault can happen. */
    @Override
    public Engine open(Path graph, EngineOptions options) {
        EngineFaults faults = EngineFaults.of(System.getProperties());
        return new FaultyEngine(Engines.select(REAL).open(graph, options), faults);
    }
}
