package io.fleck.load.flink;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Settings of the job.
 *
 * @param bootstrapServers brokers
 * @param registryUrl schema registry
 * @param frames topic that frames come from
 * @param results topic that results go to
 * @param model directory of a calibrated model of frames
 * @param engine name of an inference engine
 * @param workers threads that decode and infer, at least 1
 * @param engineThreads threads of one engine run, at least 1
 * @param checkpoints time between checkpoints, which are what commits results
 * @param folder takes checkpoints
 */
record JobSettings(
        String bootstrapServers,
        String registryUrl,
        String frames,
        String results,
        String model,
        String engine,
        int workers,
        int engineThreads,
        Duration checkpoints,
        String folder)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    JobSettings {
        if (workers < 1 || engineThreads < 1) {
            throw new IllegalArgumentException(
                    "workers=" + workers + ", engine.threads=" + engineThreads + "; each must be at least 1");
        }
        if (checkpoints.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "checkpoint.millis=" + checkpoints.toMillis() + "; it must be at least 1");
        }
    }

    /**
     * Reads {@code key=value} arguments.
     *
     * @throws IllegalArgumentException when one is missing or out of range
     */
    static JobSettings parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            values.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return new JobSettings(
                text(values, "bootstrap.servers"),
                text(values, "schema.registry.url"),
                text(values, "frames"),
                text(values, "results"),
                text(values, "model"),
                text(values, "engine"),
                Integer.parseInt(text(values, "workers")),
                Integer.parseInt(text(values, "engine.threads")),
                Duration.ofMillis(Long.parseLong(text(values, "checkpoint.millis"))),
                text(values, "folder"));
    }

    private static String text(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(key + " is missing; given are " + values.keySet());
        }
        return value;
    }
}
