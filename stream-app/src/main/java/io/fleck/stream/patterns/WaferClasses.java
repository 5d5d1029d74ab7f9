package io.fleck.stream.patterns;

import io.fleck.avro.WaferClass;
import io.fleck.core.wafer.pattern.LatentSpace;
import io.fleck.core.wafer.pattern.NamedClasses;
import io.fleck.core.wafer.pattern.NamedMatch;
import io.fleck.core.wafer.pattern.NamedPattern;
import io.fleck.stream.globals.GlobalRecords;
import io.fleck.stream.globals.PatientDecoder;
import io.fleck.stream.metrics.InspectionMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Classes that operators have named, as the topic of wafer classes has them just now. Those of another model's latent space
 * wait until that model is loaded. What cannot be used is logged, counted and ignored.
 *
 * <p>Updated by one thread, read by any; closing ends waiting for the registry and may come from any thread.
 */
public final class WaferClasses implements GlobalRecords, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WaferClasses.class);

    private record Named(String modelDigest, NamedPattern pattern) {}

    private final Map<String, LatentSpace> spaces;
    private final PatientDecoder<WaferClass> decoder;
    private final InspectionMetrics metrics;
    private final Map<String, Named> named = new TreeMap<>();
    private volatile Map<String, NamedClasses> classes = Map.of();

    /**
     * No names yet.
     *
     * @param spaces latent spaces of the models that are loaded, by the SHA-256 of their graphs
     * @param decoder from a record's value to a class
     * @param retry time between two attempts to reach a registry that is away
     */
    public WaferClasses(
            Map<String, LatentSpace> spaces,
            Function<byte[], WaferClass> decoder,
            InspectionMetrics metrics,
            Duration retry) {
        this.spaces = Map.copyOf(spaces);
        this.decoder = new PatientDecoder<>("a wafer class", decoder, retry);
        this.metrics = metrics;
    }

    /** The name of what a wafer shows; empty where nobody named it. */
    public Optional<String> find(String modelDigest, String predicted, float[] latent) {
        return Optional.ofNullable(classes.get(modelDigest))
                .flatMap(known -> known.match(predicted, latent))
                .map(NamedMatch::name);
    }

    /** What stands under a name in a model's latent space. */
    synchronized Optional<NamedPattern> pattern(String name, String modelDigest) {
        return Optional.ofNullable(named.get(name))
                .filter(known -> known.modelDigest.equals(modelDigest))
                .map(Named::pattern);
    }

    @Override
    public void update(byte[] key, byte @Nullable [] value, long offset) {
        String name = new String(key, StandardCharsets.UTF_8);
        try {
            if (value == null) {
                remove(name);
            } else {
                decoder.decode(value).ifPresent(record -> put(name, record));
            }
        } catch (RuntimeException e) {
            metrics.waferName("ignored");
            LOG.warn("wafer class '{}' at offset {} is ignored: {}", name, offset, e.getMessage());
        }
    }

    private synchronized void put(String name, WaferClass record) {
        if (!record.getName().equals(name)) {
            throw new IllegalArgumentException("name '" + record.getName() + "'; the record key has to be the same");
        }
        NamedPattern pattern = new NamedPattern(name, record.getMean(), record.getCount());
        Named before = named.put(name, new Named(record.getModelDigest(), pattern));
        try {
            apply();
        } catch (RuntimeException e) {
            restore(name, before);
            throw e;
        }
        boolean ours = spaces.containsKey(record.getModelDigest());
        metrics.waferName(ours ? "applied" : "waiting");
        LOG.info("wafer class '{}' of {} wafers {}", name, record.getCount(), ours ? "holds" : "is of another model");
    }

    private void restore(String name, @Nullable Named before) {
        if (before == null) {
            named.remove(name);
        } else {
            named.put(name, before);
        }
    }

    private synchronized void remove(String name) {
        named.remove(name);
        apply();
        metrics.waferName("removed");
        LOG.info("wafer class '{}' is removed", name);
    }

    private void apply() {
        classes = spaces.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, space -> classes(space.getKey(), space.getValue())));
    }

    private NamedClasses classes(String modelDigest, LatentSpace space) {
        return new NamedClasses(
                space,
                named.values().stream()
                        .filter(known -> known.modelDigest.equals(modelDigest))
                        .map(Named::pattern)
                        .toList(),
                NamedClasses.RATE);
    }

    /** Ends waiting for the registry; what was waited for is read again at the next start. */
    @Override
    public void close() {
        decoder.close();
    }
}
