package io.fleck.stream.recipes;

import io.fleck.avro.ModelReference;
import io.fleck.avro.StationRecipe;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.topics.SchemaAdmin;
import io.fleck.stream.topics.Topics;
import io.fleck.stream.topology.Station;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Recipes as bytes, over a registry in memory, and stations that tell by their threshold and offset what they are. */
final class Recipes implements AutoCloseable {
    static final String TOPIC = "inspection.recipes";
    static final String UNKNOWN_MODEL = "unknown";

    final AvroCodec codec = AvroCodec.of(RegistrySettings.at("mock://" + UUID.randomUUID()));
    private final AvroDecoder<StationRecipe> decoder = codec.decoder(StationRecipe.class);
    private final Serializer<StationRecipe> serializer = codec.serializer(StationRecipe.class);

    Recipes() {
        new SchemaAdmin(codec.registrations()).register(Topics.unprefixed());
    }

    byte[] bytes(StationRecipe.Builder recipe) {
        return serializer.serialize(TOPIC, recipe.build());
    }

    StationRecipe decode(byte[] value) {
        return decoder.decode(TOPIC, value);
    }

    static StationRecipe.Builder recipe(String station, double threshold) {
        return StationRecipe.newBuilder().setStation(station).setModel("tiles").setThreshold(threshold);
    }

    /** A station with a threshold, as the configuration file would give it. */
    static Station configured(double threshold) {
        return station(threshold, null);
    }

    /** Knows every model but one. */
    static Station resolve(Recipe recipe, long offset) {
        if (recipe.model().equals(UNKNOWN_MODEL)) {
            throw new RecipeException("model 'unknown' is not loaded");
        }
        return station(recipe.threshold().orElse(0), offset);
    }

    private static Station station(double threshold, @Nullable Long offset) {
        return new Station(
                new ModelReference("tiles", "1", "ab".repeat(32)),
                InspectionSettings.ofThreshold(threshold),
                picture -> {
                    throw new AssertionError("nothing is inspected here");
                },
                0,
                null,
                offset);
    }

    @Override
    public void close() {
        codec.close();
    }
}
