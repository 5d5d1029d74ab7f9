package io.fleck.stream.config;

import io.fleck.core.engine.EngineOptions;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Which engine runs the models, and with what.
 *
 * @param name name of an engine on the class path, or {@code auto}
 * @param options threads, workers and warm-up of each model
 */
public record EngineConfig(String name, EngineOptions options) {
    private static final String NAME = "engine.name";
    private static final String THREADS = "engine.threads";
    private static final String WORKERS = "engine.workers";
    private static final String WARM_UP = "engine.warm-up.runs";

    static void define(ConfigDef keys) {
        new Section(keys, "Engine")
                .value(
                        NAME,
                        "auto",
                        Kinds.name(),
                        "Engine that runs the models; auto takes the best that this machine has.")
                .integer(THREADS, 1, 1, 1024, "Threads that one run may use.")
                .integer(WORKERS, 2, 1, 1024, "Runs of one model that go on at the same time.")
                .integer(WARM_UP, 1, 0, 1000, "Runs over empty batches before the first frame.");
    }

    static EngineConfig read(AbstractConfig values) {
        return new EngineConfig(
                values.getString(NAME),
                EngineOptions.DEFAULT
                        .withThreads(values.getInt(THREADS))
                        .withWorkers(values.getInt(WORKERS))
                        .withWarmUpRuns(values.getInt(WARM_UP)));
    }
}
