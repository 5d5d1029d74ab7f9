package io.fleck.load.engine;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.GuardedEngine;
import io.fleck.core.engine.InferenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An engine that computes nothing: it answers every run at once with outputs of the right shape, all zero. What a stream
 * reaches with it is the ceiling of everything around the engine.
 */
public final class NullEngineProvider implements EngineProvider {
    /** Name in the configuration. */
    public static final String NAME = "null";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int preference() {
        return Integer.MAX_VALUE;
    }

    /** Never: a stream that nobody inspects must not look like one without defects. */
    @Override
    public boolean automatic() {
        return false;
    }

    @Override
    public Optional<String> unavailable() {
        return Optional.empty();
    }

    @Override
    public Engine open(Path graph, EngineOptions options) {
        try {
            NullEngine engine = new NullEngine(DeclaredShapes.of(Files.readAllBytes(graph)));
            return GuardedEngine.open(engine, NAME, graph, options);
        } catch (IOException | IllegalArgumentException e) {
            throw new InferenceException(NAME + " cannot load " + graph + ": " + e.getMessage(), e);
        }
    }
}
