package io.fleck.stream.recipes;

import io.fleck.stream.globals.GlobalTopic;
import org.apache.kafka.streams.Topology;

/** The global store of recipes: every instance reads the whole topic before its first frame. */
public final class RecipeStore {
    static final String NAME = "recipes";

    private RecipeStore() {}

    /**
     * Adds the store to a topology.
     *
     * @param topic name of the topic of recipes
     * @param table takes every record of it
     */
    public static void addTo(Topology topology, String topic, RecipeTable table) {
        GlobalTopic.addTo(topology, NAME, topic, table::update);
    }
}
