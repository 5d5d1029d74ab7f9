package io.fleck.load.bench.process;

import io.fleck.load.bench.bare.Shape;
import io.fleck.stream.config.ConfigurationException;
import io.fleck.stream.config.FleckConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of the application for a benchmark: its defaults, but for where things are and how threads share the work. */
public final class AppSettings {
    private static final Path ANYWHERE = Path.of("");

    private AppSettings() {}

    /**
     * What a line needs.
     *
     * @param prefix of its topics; its consumer group begins with it
     * @param engine name of an engine
     * @param guarantee exactly_once_v2 or at_least_once
     */
    public static Map<String, String> of(
            String bootstrap,
            String registry,
            String prefix,
            int partitions,
            Path model,
            String engine,
            String guarantee) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("schema.registry.url", registry);
        settings.put("application.id", prefix + "fleck");
        settings.put("topics.prefix", prefix);
        settings.put("topics.create", "true");
        settings.put("topics.partitions", Integer.toString(partitions));
        settings.put("topics.replication", "1");
        settings.put("topics.frames.retention.bytes", "512MiB");
        settings.put("schemas.register", "true");
        settings.put("models.bench.path", model.toAbsolutePath().toString());
        settings.put("stations.default.model", "bench");
        settings.put("engine.name", engine);
        settings.put("processing.guarantee", guarantee);
        return settings;
    }

    /** Gives the application the threads and the batch of a shape. */
    public static void shape(Map<String, String> settings, Shape shape) {
        settings.put("engine.threads", Integer.toString(shape.threads()));
        settings.put("engine.workers", Integer.toString(shape.workers()));
        settings.put("decode.threads", Integer.toString(shape.decoders()));
        settings.put("batch.max.size", Integer.toString(shape.batch()));
    }

    /**
     * Checks settings as the application will when it starts.
     *
     * @throws ConfigurationException naming the key that is wrong
     */
    public static void check(Map<String, String> settings) {
        FleckConfig unused = FleckConfig.of(settings, ANYWHERE);
    }

    /** Whether the application knows a key and takes that value. */
    public static boolean takes(Map<String, String> settings, String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(settings);
        changed.put(key, value);
        try {
            check(changed);
            return true;
        } catch (ConfigurationException e) {
            return false;
        }
    }
}
