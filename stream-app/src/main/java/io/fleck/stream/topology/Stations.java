package io.fleck.stream.topology;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stations of this application by id: recipes before the configuration file. A change holds from the next frame that is
 * looked up. Safe for use by several threads.
 */
public final class Stations {
    /** Id of the recipe that stands for all stations without a recipe and a place in the configuration file. */
    public static final String OTHERS = "default";

    private final Map<String, Station> listed;
    private final Optional<Station> others;
    private final Map<String, Station> recipes = new ConcurrentHashMap<>();

    /**
     * The stations of a configuration file, no recipes yet.
     *
     * @param listed by id
     * @param others stands for all that are not listed; empty makes their frames dead letters
     */
    public Stations(Map<String, Station> listed, Optional<Station> others) {
        this.listed = Map.copyOf(listed);
        this.others = others;
    }

    /** What a station inspects with; empty when it is neither listed nor covered. */
    public Optional<Station> find(String id) {
        return Optional.ofNullable(recipes.get(id))
                .or(() -> Optional.ofNullable(listed.get(id)))
                .or(() -> Optional.ofNullable(recipes.get(OTHERS)))
                .or(() -> others);
    }

    /** From now on a station, or {@link #OTHERS}, inspects by a recipe. */
    public void override(String id, Station recipe) {
        recipes.put(id, recipe);
    }

    /** From now on a station, or {@link #OTHERS}, inspects by the configuration file. */
    public void restore(String id) {
        recipes.remove(id);
    }
}
