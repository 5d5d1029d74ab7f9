package io.fleck.stream.command;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.InferenceException;
import java.nio.file.Path;
import java.util.Optional;

/** An engine that no machine can run, found by ServiceLoader in tests. */
public final class AbsentEngine implements EngineProvider {
    @Override
    public String name() {
        return "absent";
    }

    @Override
    public int preference() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Optional<String> unavailable() {
        return Optional.of("this machine has no such device");
    }

    @Override
    public Engine open(Path graph, EngineOptions options) {
        throw new InferenceException("no such device", null);
    }
}
