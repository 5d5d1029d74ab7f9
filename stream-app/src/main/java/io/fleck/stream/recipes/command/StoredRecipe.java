package io.fleck.stream.recipes.command;

import io.fleck.avro.StationRecipe;
import io.fleck.stream.recipes.Recipe;
import java.util.Optional;

/**
 * The latest record of a station in the topic.
 *
 * @param station station id, the record's key
 * @param offset offset in the topic
 * @param record the record; empty when it cannot be decoded
 * @param recipe the recipe in it; empty when it cannot be used, and applications ignore it
 * @param problem why it cannot be used; empty when it can
 */
record StoredRecipe(
        String station, long offset, Optional<StationRecipe> record, Optional<Recipe> recipe, String problem) {

    static StoredRecipe usable(long offset, StationRecipe record, Recipe recipe) {
        return new StoredRecipe(recipe.station(), offset, Optional.of(record), Optional.of(recipe), "");
    }

    static StoredRecipe unusable(String station, long offset, Optional<StationRecipe> record, String problem) {
        return new StoredRecipe(station, offset, record, Optional.empty(), problem);
    }

    /** What it says, without where it stands. */
    String text() {
        return recipe.map(RecipeText::describe).orElseGet(() -> "unusable, applications ignore it: " + problem);
    }

    /** When it was written and by whom, as far as it says. */
    String origin() {
        return record.map(StoredRecipe::origin).orElse("");
    }

    private static String origin(StationRecipe record) {
        String at = record.getChangedAt() == null ? "" : ", " + record.getChangedAt();
        return record.getChangedBy().isEmpty() ? at : at + " by " + record.getChangedBy();
    }
}
