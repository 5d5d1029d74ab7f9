package io.fleck.stream.recipes.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cli.CommandException;
import io.fleck.cli.ExitCode;
import io.fleck.core.image.BitWindow;
import io.fleck.core.image.Rectangle;
import io.fleck.stream.recipes.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecipeFileTest {
    private static final String FULL = """
            {"station": "press-7", "model": "tiles", "modelVersion": "3", "falseAlarmRate": 0.01,
             "regionOfInterest": {"x": 1, "y": 2, "width": 640, "height": 480},
             "bitWindow": {"low": 64, "high": 4000}, "deadline": "2s", "priority": -5}
            """;

    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("recipes.json"), text);
    }

    @Test
    void shouldReadEveryField() throws IOException {
        Recipe recipe = RecipeFile.read(write(FULL)).get(0);
        assertThat(recipe.station()).isEqualTo("press-7");
        assertThat(recipe.model()).isEqualTo("tiles");
        assertThat(recipe.modelVersion()).hasValue("3");
        assertThat(recipe.falseAlarmRate()).hasValue(0.01);
        assertThat(recipe.threshold()).isEmpty();
        assertThat(recipe.regionOfInterest()).isEqualTo(new Rectangle(1, 2, 640, 480));
        assertThat(recipe.bitWindow()).isEqualTo(new BitWindow(64, 4000));
        assertThat(recipe.deadline()).isEqualTo(Duration.ofSeconds(2));
        assertThat(recipe.priority()).isEqualTo(-5);
    }

    @Test
    void shouldReadWhatItWrites() throws IOException {
        Recipe full = RecipeFile.read(write(FULL)).get(0);
        Path again = write(RecipeFile.toJson(full).toPrettyString());
        assertThat(RecipeFile.read(again)).containsExactly(full);
        Recipe small = RecipeFile.read(write("{\"station\":\"a\",\"model\":\"m\",\"threshold\":-1.5}"))
                .get(0);
        assertThat(RecipeFile.toJson(small).toString())
                .as("what is at its default is left out")
                .isEqualTo("{\"station\":\"a\",\"model\":\"m\",\"threshold\":-1.5}");
    }

    @Test
    void shouldReadAListAndTakeNullForAbsent() throws IOException {
        List<Recipe> recipes = RecipeFile.read(write("""
                [{"station": "a", "model": "m", "threshold": null, "regionOfInterest": null},
                 {"station": "b", "model": "m"}]
                """));
        assertThat(recipes).extracting(Recipe::station).containsExactly("a", "b");
        assertThat(recipes.get(0).threshold()).isEmpty();
        assertThat(recipes.get(0).regionOfInterest()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"station\":\"a\",\"model\":\"m\",\"treshold\":1} | recipe 1: field 'treshold' is not known in a recipe; allowed are [bitWindow, deadline,",
                "[{\"station\":\"a\",\"model\":\"m\"},{\"station\":\"a\",\"model\":\"n\"}] | recipe 2: station 'a' has a recipe in this file already",
                "{\"model\":\"m\"} | recipe 1: station is missing",
                "{\"station\":\"a\"} | recipe 1: model is missing",
                "{\"station\":\"a b\",\"model\":\"m\"} | station 'a b'; allowed is 1 to 128 letters",
                "{\"station\":7,\"model\":\"m\"} | station 7; a text is expected",
                "{\"station\":\"a\",\"model\":\"m\",\"threshold\":\"high\"} | threshold \"high\"; a number is expected",
                "{\"station\":\"a\",\"model\":\"m\",\"threshold\":1,\"falseAlarmRate\":0.1} | exclude each other",
                "{\"station\":\"a\",\"model\":\"m\",\"falseAlarmRate\":1} | falseAlarmRate 1.0; allowed is above 0 and below 1",
                "{\"station\":\"a\",\"model\":\"m\",\"priority\":1.5} | priority 1.5; a whole number is expected",
                "{\"station\":\"a\",\"model\":\"m\",\"priority\":101} | priority 101; allowed is",
                "{\"station\":\"a\",\"model\":\"m\",\"deadline\":500} | deadline 500; a text is expected",
                "{\"station\":\"a\",\"model\":\"m\",\"deadline\":\"soon\"} | deadline: 'soon' is not a duration such as 500ms",
                "{\"station\":\"a\",\"model\":\"m\",\"deadline\":\"2d\"} | deadline of 172800000 ms; allowed is 1 ms to",
                "{\"station\":\"a\",\"model\":\"m\",\"regionOfInterest\":[1,2]} | regionOfInterest has to be an object, it is [1,2]",
                "{\"station\":\"a\",\"model\":\"m\",\"regionOfInterest\":{\"x\":1}} | y is missing",
                "{\"station\":\"a\",\"model\":\"m\",\"bitWindow\":{\"low\":1,\"hi\":2}} | field 'hi' is not known in bitWindow; allowed are [high, low]",
                "{\"station\":\"a\",\"station\":\"b\"} | line 1: Duplicate field 'station'",
                "[] | holds no recipe",
                "7 | holds no recipe",
                "{\"station\": | line 1:",
            })
    void shouldNameTheRecipeTheFieldAndWhatIsAllowed(String text, String message) throws IOException {
        Path file = write(text);
        assertThatThrownBy(() -> RecipeFile.read(file))
                .isInstanceOfSatisfying(
                        CommandException.class,
                        error -> assertThat(error.exitCode()).as("exit code").isEqualTo(ExitCode.USAGE))
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void shouldSayThatTheFileIsNotThere() {
        assertThatThrownBy(() -> RecipeFile.read(folder.resolve("none.json")))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("none.json: cannot be read");
    }
}
