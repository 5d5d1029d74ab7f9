package io.fleck.stream.app;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.core.engine.GuardedEngine;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorBatch;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The CPU engine, but a test decides what happens before a run: it may throw or block. */
public final class SwitchedEngine implements EngineProvider {
    static final String NAME = "switched";

    /** What happens before a run; the provider is made by ServiceLoader, so that this has to be static. */
    private static volatile Consumer<TensorBatch> before = batch -> {};

    static void beforeRun(Consumer<TensorBatch> action) {
        before = action;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Never by itself. */
    @Override
    public int preference() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Optional<String> unavailable() {
        return Optional.empty();
    }

    @Override
    public int preferredBatchSize() {
        return 4;
    }

    @Override
    public Engine open(Path graph, EngineOptions options) {
        return GuardedEngine.open(
                new Switched(Engines.select("onnxruntime").open(graph, options)),
                NAME,
                graph,
                options.withWarmUpRuns(0));
    }

    private record Switched(Engine engine) implements Engine {
        @Override
        public ModelSpec spec() {
            return engine.spec();
        }

        @Override
        public void run(TensorBatch batch) {
            before.accept(batch);
            engine.run(batch);
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
