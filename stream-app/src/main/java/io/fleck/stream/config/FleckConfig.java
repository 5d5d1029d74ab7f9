package io.fleck.stream.config;

import io.fleck.core.image.DecodeLimits;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.claims.ClaimSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * Everything that a configuration file says.
 *
 * @param kafka cluster and pass-through settings
 * @param registry schema registry
 * @param topics topics and schemas
 * @param stream threads, guarantee, state
 * @param engine engine of the models
 * @param batches batches of the models
 * @param limits what decoding may allocate
 * @param claims where pictures may lie that are not in their records
 * @param models by name, in alphabetical order
 * @param stations by id, in alphabetical order; {@link StationConfig#DEFAULT} stands for all that are not listed
 * @param wafers how wafer maps are inspected
 * @param outages patience with what is away
 * @param previews pictures for the live wall
 * @param admin metrics and health
 */
public record FleckConfig(
        KafkaConfig kafka,
        RegistrySettings registry,
        TopicsConfig topics,
        StreamConfig stream,
        EngineConfig engine,
        BatchConfig batches,
        DecodeLimits limits,
        ClaimSettings claims,
        Map<String, ModelConfig> models,
        Map<String, StationConfig> stations,
        WafersConfig wafers,
        OutageConfig outages,
        PreviewConfig previews,
        AdminConfig admin) {
    /** Keeps copies; every station has to name a model that there is. */
    public FleckConfig {
        models = Collections.unmodifiableMap(new TreeMap<>(models));
        stations = Collections.unmodifiableMap(new TreeMap<>(stations));
        for (StationConfig station : stations.values()) {
            requireModel(station, models);
        }
        requireWithinATransaction("outage.patience", outages.patience(), stream, kafka);
        requireWithinATransaction(ClaimsConfig.TIMEOUT, claims.timeout(), stream, kafka);
    }

    /**
     * Reads a properties file.
     *
     * @throws ConfigurationException when it cannot be read, has a key that nothing knows, or a value that is not allowed
     */
    public static FleckConfig load(Path file) {
        return load(file, System.getenv());
    }

    static FleckConfig load(Path file, Map<String, String> environment) {
        Map<String, String> values = new Secrets(environment).resolve(ConfigFile.read(file));
        return of(values, file.toAbsolutePath().resolveSibling(""));
    }

    /**
     * The same from settings in memory.
     *
     * @param settings value by key, as a file has them
     * @param base folder at which relative paths start
     */
    public static FleckConfig of(Map<String, String> settings, Path base) {
        return read(Settings.check(settings), base);
    }

    private static FleckConfig read(Settings settings, Path base) {
        AbstractConfig values = settings.values();
        return new FleckConfig(
                KafkaConfig.read(values, settings.kafka()),
                RegistryConfig.read(values, settings.registry()),
                TopicsConfig.read(values),
                StreamConfig.read(values, base),
                EngineConfig.read(values),
                BatchConfig.read(values),
                ImagesConfig.read(values),
                ClaimsConfig.read(values, base),
                settings.byName(ModelConfig.FAMILY, name -> ModelConfig.read(values, name, base)),
                settings.byName(StationConfig.FAMILY, id -> StationConfig.read(values, id)),
                WafersConfig.read(values, base),
                OutageConfig.read(values),
                PreviewConfig.read(values),
                AdminConfig.read(values));
    }

    /** Name of the model of a station. */
    public String modelOf(StationConfig station) {
        return station.model().orElseGet(() -> models.keySet().iterator().next());
    }

    /** A stream thread that waits holds a transaction open, which the broker ends after a while. */
    private static void requireWithinATransaction(String key, Duration wait, StreamConfig stream, KafkaConfig kafka) {
        Duration most = kafka.transactionTimeout().dividedBy(2);
        if (stream.guarantee() == StreamConfig.Guarantee.EXACTLY_ONCE_V2 && wait.compareTo(most) > 0) {
            throw new ConfigurationException(key + "=" + Texts.duration(wait)
                    + " is not allowed; allowed is at most " + Texts.duration(most)
                    + ", half of the producer's transaction.timeout.ms, or processing.guarantee=at_least_once");
        }
    }

    private static void requireModel(StationConfig station, Map<String, ModelConfig> models) {
        String key = StationConfig.FAMILY.key(station.id(), "model");
        if (station.model().isEmpty() && models.size() != 1) {
            throw new ConfigurationException(
                    key + " is missing; it may be left out where one model is configured, here are " + models.size());
        }
        station.model().filter(model -> !models.containsKey(model)).ifPresent(model -> {
            throw new ConfigurationException(
                    key + "=" + model + " is not configured; allowed is one of " + models.keySet());
        });
    }
}
