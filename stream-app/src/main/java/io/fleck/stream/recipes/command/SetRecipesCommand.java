package io.fleck.stream.recipes.command;

import io.fleck.avro.StationRecipe;
import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.stream.connection.ConnectionOptions;
import io.fleck.stream.recipes.Recipe;
import io.fleck.stream.recipes.command.RecipeChange.Action;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recipes set}: everything is checked before anything is written. */
@Command(
        name = "set",
        description = "Check recipes, say what they change, and write them; they hold from the next frame.",
        footer = {
            "",
            "FILE holds one recipe, or a list of them:",
            "  {\"station\": \"press-7\", \"model\": \"tiles\", \"modelVersion\": \"3\", \"falseAlarmRate\": 0.01,",
            "   \"regionOfInterest\": {\"x\": 0, \"y\": 0, \"width\": 640, \"height\": 480},",
            "   \"bitWindow\": {\"low\": 64, \"high\": 4000}, \"deadline\": \"500ms\", \"priority\": 5}",
            "Only station and model have to be there; threshold may stand for falseAlarmRate. With --config it is",
            "also checked that the model is there and certifies the rate."
        })
final class SetRecipesCommand implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Recipes as JSON.")
    private @Nullable Path file;

    @Option(
            names = "--delete",
            paramLabel = "STATION",
            description = "Takes the station's recipe away, so that it runs by the configuration file again; may be"
                    + " repeated.")
    private List<String> delete = new ArrayList<>();

    @Option(names = "--dry-run", description = "Say what would change, and write nothing.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        List<Recipe> recipes = file == null ? List.of() : RecipeFile.read(file);
        requireSomethingToDo(recipes);
        connection.configuration().map(RecipeCheck::new).ifPresent(check -> recipes.forEach(check::require));
        return RecipesCommand.run(() -> {
            try (RecipeTopic topic = new RecipeTopic(connection)) {
                List<RecipeChange> changes = changes(topic.read(), recipes);
                RecipeReport report =
                        new RecipeReport(common, spec.commandLine().getOut());
                report.changes(changes, dryRun ? List.of() : write(topic, changes, report), dryRun);
                return ExitCode.DONE;
            }
        });
    }

    private void requireSomethingToDo(List<Recipe> recipes) {
        if (recipes.isEmpty() && delete.isEmpty()) {
            throw CommandException.usage("nothing to do; give a FILE of recipes, or --delete STATION");
        }
        recipes.stream()
                .map(Recipe::station)
                .filter(delete::contains)
                .findFirst()
                .ifPresent(station -> {
                    throw CommandException.usage(
                            "station " + station + " is in the file and in --delete; leave one out");
                });
    }

    private List<RecipeChange> changes(Map<String, StoredRecipe> now, List<Recipe> recipes) {
        List<RecipeChange> changes = new ArrayList<>();
        recipes.forEach(recipe -> changes.add(RecipeChange.to(recipe, Optional.ofNullable(now.get(recipe.station())))));
        delete.forEach(station -> changes.add(RecipeChange.away(station, Optional.ofNullable(now.get(station)))));
        return changes;
    }

    /** Writes what has to be written, and says each as soon as it is there. */
    private List<Long> write(RecipeTopic topic, List<RecipeChange> changes, RecipeReport report)
            throws InterruptedException {
        List<Long> offsets = new ArrayList<>();
        try (RecipeTopic.Writer writer = topic.writer()) {
            for (RecipeChange change : changes) {
                long offset = change.action() == Action.NONE ? -1 : writer.write(change.station(), record(change));
                offsets.add(offset);
                report.written(change, offset);
            }
        }
        return offsets;
    }

    private @Nullable StationRecipe record(RecipeChange change) {
        return change.recipe()
                .map(recipe -> recipe.record(
                        clock.instant().truncatedTo(ChronoUnit.MICROS), System.getProperty("user.name", "")))
                .orElse(null);
    }
}
