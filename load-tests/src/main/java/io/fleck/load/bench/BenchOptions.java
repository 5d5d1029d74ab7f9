package io.fleck.load.bench;

import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.load.bench.process.AppSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to measure.
 *
 * @param engine name of an engine
 * @param model directory of a model; one is fitted on generated parts when empty
 * @param frames folder of pictures to stream; generated parts when empty
 * @param pace how long everything takes
 * @param without parts left out
 * @param flinkRequired whether a Flink job that is not built is an error
 * @param settings of the application, over its defaults
 * @param seed of generated parts
 */
record BenchOptions(
        String engine,
        Optional<Path> model,
        Optional<Path> frames,
        Pace pace,
        Set<Part> without,
        boolean flinkRequired,
        Map<String, String> settings,
        long seed) {
    BenchOptions {
        without = Set.copyOf(without);
        settings = Map.copyOf(settings);
        if (flinkRequired && without.contains(Part.FLINK)) {
            throw new IllegalArgumentException("--flink and --without flink contradict each other");
        }
    }

    /**
     * Looks at what can be known before anything starts.
     *
     * @throws io.fleck.core.engine.EngineUnavailableException when the engine cannot run here
     * @throws IllegalArgumentException when there is no such engine
     * @throws io.fleck.stream.config.ConfigurationException when the application does not take a setting
     * @throws io.fleck.cli.CommandException when a Flink job is required that is not built
     */
    void requireUsable() {
        EngineProvider unusedProvider = Engines.select(engine);
        Map<String, String> checked = new LinkedHashMap<>(AppSettings.of(
                "127.0.0.1:9092",
                "http://127.0.0.1:8081",
                "check.",
                1,
                Path.of("model"),
                engine,
                Guarantee.EXACTLY_ONCE_V2.key()));
        checked.putAll(settings);
        AppSettings.check(checked);
        Optional<String> unusedClassPath = FlinkSession.classPath(flinkRequired);
    }

    boolean with(Part part) {
        return !without.contains(part);
    }
}
