package io.fleck.stream.recipes.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.stream.connection.ConnectionOptions;
import io.fleck.stream.recipes.Recipe;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recipes get}: what it prints, {@code recipes set} takes. */
@Command(
        name = "get",
        description = "Print a station's recipe as set takes it; exit code 1 where it has none that can be used.")
final class GetRecipeCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(paramLabel = "STATION", description = "Station id.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String station;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return RecipesCommand.run(() -> {
            try (RecipeTopic topic = new RecipeTopic(connection)) {
                StoredRecipe stored = topic.read().get(station);
                if (stored == null) {
                    throw CommandException.failed(
                            "station " + station + " has no recipe; it runs by the configuration file");
                }
                Recipe recipe = stored.recipe()
                        .orElseThrow(() -> CommandException.failed("station " + station + ": the recipe at offset "
                                + stored.offset() + " is " + stored.text()));
                new RecipeReport(common, spec.commandLine().getOut()).one(stored, recipe);
                return ExitCode.DONE;
            }
        });
    }
}
