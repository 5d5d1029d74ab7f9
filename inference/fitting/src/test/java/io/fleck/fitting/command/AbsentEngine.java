package io.fleck.fitting.command;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.InferenceException;
import java.nio.file.Path;
import java.util.Optional;

/** An engine that no machine can run, for the message that says so. Public, as ServiceLoader asks. */
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
        return Optional.of("no such device");
    }

    @Override
    public Engine open(Path graph, EngineOptions options) {
        throw new InferenceException("absent", null);
    }
}
