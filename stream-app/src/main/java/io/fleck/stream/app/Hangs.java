package io.fleck.stream.app;

import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs of the engine that took longer than they may. The first is survived: its worker is replaced. A second says that the
 * engine, its driver or its device is in a state that only a new process mends. Safe for use by several threads.
 */
final class Hangs {
    private static final Logger LOG = LoggerFactory.getLogger(Hangs.class);
    private static final int FATAL = 2;

    private final CompletableFuture<EngineHungException> fatal = new CompletableFuture<>();
    private int count;

    /** A run of a model was given up. */
    synchronized void add(String model) {
        count++;
        if (count < FATAL) {
            LOG.error("a run of model {} took longer than engine.timeout; its worker is replaced", model);
            return;
        }
        boolean unused = fatal.complete(new EngineHungException(
                "the engine hung " + count + " times, last with model " + model + "; the application stops"));
    }

    /** Completes once the process has to end. */
    CompletableFuture<EngineHungException> fatal() {
        return fatal;
    }
}
