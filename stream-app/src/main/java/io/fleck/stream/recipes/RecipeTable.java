package io.fleck.stream.recipes;

import io.fleck.avro.StationRecipe;
import io.fleck.stream.globals.PatientDecoder;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.topology.Stations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets recipes take effect: each is decoded, checked and resolved once, when it is read. What cannot be used is logged,
 * counted and ignored, and what held before goes on to hold: a wrong recipe never stops the stream.
 *
 * <p>A registry that is away is waited for on the calling thread, which reads nothing but recipes: so no frame is inspected
 * by the configuration file at a start only because a recipe could not be read just then. Used by one thread at a time;
 * closing ends the waiting and may come from any thread.
 */
public final class RecipeTable implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecipeTable.class);

    private final PatientDecoder<StationRecipe> decoder;
    private final RecipeResolver resolver;
    private final Stations stations;
    private final InspectionMetrics metrics;

    /**
     * No recipes yet.
     *
     * @param decoder from a record's value to a recipe record
     * @param resolver finds what a recipe names
     * @param stations what recipes change
     * @param retry time between two attempts to reach a registry that is away
     */
    public RecipeTable(
            Function<byte[], StationRecipe> decoder,
            RecipeResolver resolver,
            Stations stations,
            InspectionMetrics metrics,
            Duration retry) {
        this.decoder = new PatientDecoder<>("a recipe", decoder, retry);
        this.resolver = resolver;
        this.stations = stations;
        this.metrics = metrics;
    }

    /**
     * Takes a record of the topic.
     *
     * @param key station id in UTF-8
     * @param value the recipe; {@code null} gives the station back to the configuration file
     */
    void update(byte[] key, byte @Nullable [] value, long offset) {
        String station = new String(key, StandardCharsets.UTF_8);
        try {
            if (value == null) {
                restore(station, offset);
            } else {
                decoder.decode(value).ifPresent(record -> apply(station, record, offset));
            }
        } catch (RuntimeException e) {
            metrics.recipe("ignored");
            LOG.warn(
                    "recipe at offset {} for station '{}' is ignored, what held before goes on: {}",
                    offset,
                    station,
                    e.getMessage());
        }
    }

    private void restore(String station, long offset) {
        stations.restore(station);
        metrics.recipe("removed");
        LOG.info("station '{}' is back at the configuration file (recipe offset {})", station, offset);
    }

    private void apply(String station, StationRecipe record, long offset) {
        if (!record.getStation().equals(station)) {
            throw new RecipeException("station '" + record.getStation() + "'; the record key is '" + station
                    + "' and has to be the same");
        }
        stations.override(station, resolver.resolve(Recipe.of(record), offset));
        metrics.recipe("applied");
        LOG.info("station '{}' inspects by the recipe at offset {}: {}", station, offset, record);
    }

    /** Ends waiting for the registry; what was waited for is read again at the next start. */
    @Override
    public void close() {
        decoder.close();
    }
}
