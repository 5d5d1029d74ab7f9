package io.fleck.stream.recipes;

import io.fleck.stream.topology.Station;

/** Finds what a recipe names among what is loaded. Called once a change, not once a frame. */
@FunctionalInterface
public interface RecipeResolver {
    /**
     * The station that a recipe describes.
     *
     * @param offset offset of the recipe in its topic, which results carry
     * @throws RuntimeException when its model is not loaded or its threshold cannot be derived; the message says which
     */
    Station resolve(Recipe recipe, long offset);
}
