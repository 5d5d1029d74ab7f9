package io.fleck.stream.recipes.command;

import io.fleck.stream.recipes.Recipe;
import java.util.Optional;

/**
 * What is to become of a station.
 *
 * @param station station id
 * @param action what is to be done
 * @param recipe the recipe to be written; empty where none is
 * @param text the change in words
 */
record RecipeChange(String station, Action action, Optional<Recipe> recipe, String text) {
    /** What is to be done. */
    enum Action {
        SET,
        DELETE,
        NONE
    }

    /**
     * To a recipe.
     *
     * @param before what the station has now
     */
    static RecipeChange to(Recipe recipe, Optional<StoredRecipe> before) {
        String station = recipe.station();
        if (before.isEmpty()) {
            return new RecipeChange(
                    station, Action.SET, Optional.of(recipe), "new recipe: " + RecipeText.describe(recipe));
        }
        Optional<Recipe> former = before.get().recipe();
        if (former.isEmpty()) {
            return new RecipeChange(
                    station,
                    Action.SET,
                    Optional.of(recipe),
                    "replaces a recipe that cannot be used: " + RecipeText.describe(recipe));
        }
        String difference = RecipeText.difference(former.get(), recipe);
        return difference.isEmpty()
                ? new RecipeChange(station, Action.NONE, Optional.empty(), "has this recipe already")
                : new RecipeChange(station, Action.SET, Optional.of(recipe), difference);
    }

    /** Back to the configuration file. */
    static RecipeChange away(String station, Optional<StoredRecipe> before) {
        return before.map(stored -> new RecipeChange(
                        station,
                        Action.DELETE,
                        Optional.empty(),
                        "back to the configuration file; its recipe was " + stored.text()))
                .orElseGet(() -> new RecipeChange(station, Action.NONE, Optional.empty(), "has no recipe"));
    }
}
