package io.fleck.stream.recipes.command;

import io.fleck.stream.recipes.Recipe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A recipe and its changes in words. */
final class RecipeText {
    private RecipeText() {}

    /** Everything that a recipe says, on one line; what is at its default is left out. */
    static String describe(Recipe recipe) {
        return values(recipe).entrySet().stream()
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    /** What differs between two recipes of a station; empty when nothing does. */
    static String difference(Recipe before, Recipe after) {
        Map<String, String> old = values(before);
        Map<String, String> now = values(after);
        return Stream.concat(old.keySet().stream(), now.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .filter(field -> !text(old, field).equals(text(now, field)))
                .map(field -> field + " " + text(old, field) + " -> " + text(now, field))
                .collect(Collectors.joining(", "));
    }

    private static String text(Map<String, String> values, String field) {
        return values.getOrDefault(field, "unset");
    }

    private static Map<String, String> values(Recipe recipe) {
        Map<String, String> values = new LinkedHashMap<>();
        RecipeFile.toJson(recipe).properties().stream()
                .filter(field -> !field.getKey().equals(RecipeFile.STATION))
                .forEach(field -> values.put(
                        field.getKey(),
                        field.getValue().isTextual()
                                ? field.getValue().asText()
                                : field.getValue().toString()));
        return values;
    }
}
