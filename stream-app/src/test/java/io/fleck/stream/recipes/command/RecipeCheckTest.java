package io.fleck.stream.recipes.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cli.CommandException;
import io.fleck.cli.ExitCode;
import io.fleck.stream.app.BrightnessModel;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.recipes.Recipe;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecipeCheckTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private RecipeCheck check;

    @BeforeEach
    void writeModel() {
        BrightnessModel.write(folder.resolve("bright"));
        check = new RecipeCheck(FleckConfig.of(
                Map.of(
                        "bootstrap.servers", "b:1",
                        "schema.registry.url", "http://r",
                        "models.bright.path", "bright",
                        "models.gone.path", "gone"),
                folder));
    }

    private static Recipe recipe(String model, Optional<String> version, OptionalDouble rate) {
        return new Recipe("press", model, version, OptionalDouble.empty(), rate, null, null, null, 0);
    }

    private void assertRefused(Recipe recipe, String message) {
        assertThatThrownBy(() -> check.require(recipe))
                .isInstanceOfSatisfying(
                        CommandException.class,
                        error -> assertThat(error.exitCode()).as("exit code").isEqualTo(ExitCode.USAGE))
                .hasMessageStartingWith("station press: ")
                .hasMessageContaining(message);
    }

    @Test
    void shouldPassWhatTheApplicationCouldUse() {
        assertThatCode(() -> {
                    check.require(recipe("bright", Optional.empty(), OptionalDouble.empty()));
                    check.require(recipe("bright", Optional.of("1"), OptionalDouble.of(0.005)));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseAModelThatIsNotConfiguredOrNotThere() {
        assertRefused(
                recipe("dark", Optional.empty(), OptionalDouble.empty()),
                "model 'dark' is not configured; allowed is one of [bright, gone]");
        assertRefused(recipe("gone", Optional.empty(), OptionalDouble.empty()), "gone");
        assertRefused(
                recipe("bright", Optional.of("2"), OptionalDouble.empty()),
                "model bright is there in version 1, not in 2");
    }

    @Test
    void shouldRefuseARateThatCannotBeCertified() {
        assertRefused(recipe("bright", Optional.empty(), OptionalDouble.of(0.001)), "at least 999");
    }
}
