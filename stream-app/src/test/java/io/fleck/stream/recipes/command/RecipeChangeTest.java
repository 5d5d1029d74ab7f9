package io.fleck.stream.recipes.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.image.Rectangle;
import io.fleck.stream.recipes.Recipe;
import io.fleck.stream.recipes.command.RecipeChange.Action;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecipeChangeTest {
    private static Recipe recipe(OptionalDouble threshold, @Nullable Rectangle region, @Nullable Duration deadline) {
        return new Recipe(
                "press", "tiles", Optional.empty(), threshold, OptionalDouble.empty(), region, null, deadline, 0);
    }

    private static Recipe plain() {
        return recipe(OptionalDouble.empty(), null, null);
    }

    private static Optional<StoredRecipe> stored(Recipe recipe) {
        return Optional.of(new StoredRecipe("press", 4, Optional.empty(), Optional.of(recipe), ""));
    }

    @Test
    void shouldSayWhatANewRecipeHolds() {
        RecipeChange change = RecipeChange.to(
                recipe(OptionalDouble.of(1.5), new Rectangle(1, 2, 3, 4), Duration.ofSeconds(2)), Optional.empty());
        assertThat(change.action()).isEqualTo(Action.SET);
        assertThat(change.text())
                .isEqualTo("new recipe: model tiles, threshold 1.5,"
                        + " regionOfInterest {\"x\":1,\"y\":2,\"width\":3,\"height\":4}, deadline 2000ms");
    }

    @Test
    void shouldSayWhatDiffers() {
        RecipeChange change = RecipeChange.to(
                recipe(OptionalDouble.of(2), null, Duration.ofMillis(70)),
                stored(recipe(OptionalDouble.of(1.5), new Rectangle(1, 2, 3, 4), null)));
        assertThat(change.text())
                .isEqualTo(
                        "deadline unset -> 70ms, regionOfInterest {\"x\":1,\"y\":2,\"width\":3,\"height\":4} -> unset,"
                                + " threshold 1.5 -> 2.0");
        assertThat(change.recipe()).isPresent();
    }

    @Test
    void shouldLeaveTheSameRecipeAlone() {
        RecipeChange change = RecipeChange.to(plain(), stored(plain()));
        assertThat(change.action()).isEqualTo(Action.NONE);
        assertThat(change.recipe()).as("nothing to be written").isEmpty();
    }

    @Test
    void shouldReplaceWhatCannotBeUsed() {
        StoredRecipe unusable = StoredRecipe.unusable("press", 4, Optional.empty(), "it is text");
        RecipeChange change = RecipeChange.to(plain(), Optional.of(unusable));
        assertThat(change.action()).isEqualTo(Action.SET);
        assertThat(change.text()).isEqualTo("replaces a recipe that cannot be used: model tiles");
        assertThat(unusable.text()).isEqualTo("unusable, applications ignore it: it is text");
    }

    @Test
    void shouldDeleteOnlyWhatIsThere() {
        RecipeChange change = RecipeChange.away("press", stored(plain()));
        assertThat(change.action()).isEqualTo(Action.DELETE);
        assertThat(change.text()).isEqualTo("back to the configuration file; its recipe was model tiles");
        assertThat(RecipeChange.away("press", Optional.empty()).action()).isEqualTo(Action.NONE);
    }
}
