package io.fleck.stream.recipes.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.Figures;
import io.fleck.stream.recipes.Recipe;
import io.fleck.stream.recipes.command.RecipeChange.Action;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints recipes and their changes, and writes the figures. */
final class RecipeReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CommonOptions common;
    private final PrintWriter out;

    RecipeReport(CommonOptions common, PrintWriter out) {
        this.common = common;
        this.out = out;
    }

    void list(Collection<StoredRecipe> stored) {
        stored.forEach(recipe ->
                say(recipe.station() + ": " + recipe.text() + " (offset " + recipe.offset() + recipe.origin() + ")"));
        common.publish(new Figures()
                .put("recipes", stored.size())
                .put(
                        "unusable",
                        stored.stream()
                                .filter(recipe -> recipe.recipe().isEmpty())
                                .count())
                .put("stations", stored.stream().map(RecipeReport::entry).toList()));
    }

    /** The recipe is the result, so it is printed even where only errors are wanted. */
    void one(StoredRecipe stored, Recipe recipe) {
        out.println(RecipeFile.toJson(recipe).toPrettyString());
        out.flush();
        Figures figures = new Figures();
        entry(stored).forEach(figures::put);
        common.json().ifPresent(figures::writeJson);
    }

    /** A change that is in the topic now, or that needs no writing. */
    void written(RecipeChange change, long offset) {
        say(change.station() + ": " + change.text()
                + (change.action() == Action.NONE ? "" : " (offset " + offset + ")"));
    }

    /**
     * The sum of all changes.
     *
     * @param offsets where each was written, in the same order; empty when nothing was
     */
    void changes(List<RecipeChange> changes, List<Long> offsets, boolean dryRun) {
        if (dryRun) {
            changes.forEach(change -> say(change.station() + ": " + change.text()));
        }
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            entries.add(entry(changes.get(i), offsets.isEmpty() ? -1 : offsets.get(i)));
        }
        common.publish(new Figures()
                .put("set", count(changes, Action.SET))
                .put("deleted", count(changes, Action.DELETE))
                .put("unchanged", count(changes, Action.NONE))
                .put("written", !dryRun)
                .put("changes", entries));
    }

    private static long count(List<RecipeChange> changes, Action action) {
        return changes.stream().filter(change -> change.action() == action).count();
    }

    private static Map<String, Object> entry(RecipeChange change, long offset) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("station", change.station());
        entry.put("action", change.action().name().toLowerCase(Locale.ROOT));
        entry.put("text", change.text());
        if (offset >= 0) {
            entry.put("offset", offset);
        }
        return entry;
    }

    private static Map<String, Object> entry(StoredRecipe stored) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("station", stored.station());
        stored.recipe().ifPresent(recipe -> entry.putAll(asMap(RecipeFile.toJson(recipe))));
        stored.record().ifPresent(record -> {
            if (record.getChangedAt() != null) {
                entry.put("changedAt", record.getChangedAt().toString());
            }
            entry.put("changedBy", record.getChangedBy());
        });
        if (stored.recipe().isEmpty()) {
            entry.put("problem", stored.problem());
        }
        entry.put("offset", stored.offset());
        return entry;
    }

    @SuppressWarnings("unchecked") // a JSON object is a map by names
    private static Map<String, Object> asMap(ObjectNode node) {
        return JSON.convertValue(node, Map.class);
    }

    private void say(String line) {
        if (!common.quiet()) {
            out.println(line);
            out.flush();
        }
    }
}
