package io.fleck.stream.recipes.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.FleckCommand;
import io.fleck.serdes.SerdeException;
import io.fleck.stream.connection.ConnectionOptions;
import io.fleck.stream.topics.TopicsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code recipes}: what each station runs, changed while the application runs. */
@Command(
        name = "recipes",
        description = "Look at what stations run by recipe, and change it while the application runs.",
        subcommands = {GetRecipeCommand.class, SetRecipesCommand.class},
        synopsisSubcommandLabel = "(list | get | set)")
public final class RecipesCommand implements FleckCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command: list, get or set");
    }

    @Command(name = "list", description = "Say which stations have a recipe; all others run by the configuration file.")
    int list(@Mixin CommonOptions common, @Mixin ConnectionOptions connection) throws Exception {
        return run(() -> {
            try (RecipeTopic topic = new RecipeTopic(connection)) {
                report(common).list(topic.read().values());
                return ExitCode.DONE;
            }
        });
    }

    private RecipeReport report(CommonOptions common) {
        return new RecipeReport(common, spec.commandLine().getOut());
    }

    static int run(Callable<Integer> work) throws Exception {
        try {
            return work.call();
        } catch (TopicsException | SerdeException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }
}
