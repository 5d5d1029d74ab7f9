package io.fleck.stream.recipes.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleck.cli.CommandException;
import io.fleck.cli.Units;
import io.fleck.core.image.BitWindow;
import io.fleck.core.image.Rectangle;
import io.fleck.stream.recipes.Recipe;
import io.fleck.stream.recipes.RecipeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Recipes as JSON: one object, or a list of them. */
final class RecipeFile {
    static final String STATION = "station";
    private static final String MODEL = "model";
    private static final String VERSION = "modelVersion";
    private static final String THRESHOLD = "threshold";
    private static final String RATE = "falseAlarmRate";
    private static final String REGION = "regionOfInterest";
    private static final String WINDOW = "bitWindow";
    private static final String DEADLINE = "deadline";
    private static final String PRIORITY = "priority";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RecipeFile() {}

    /**
     * Reads a file.
     *
     * @throws CommandException of wrong use, naming the recipe, the field, the value and what is allowed
     */
    static List<Recipe> read(Path file) {
        List<Recipe> recipes = new ArrayList<>();
        Set<String> stations = new HashSet<>();
        for (JsonNode node : recipes(file)) {
            String where = file + ", recipe " + (recipes.size() + 1) + ": ";
            try {
                recipes.add(recipe(node));
            } catch (RecipeException e) {
                throw CommandException.usage(where + e.getMessage());
            }
            String station = recipes.get(recipes.size() - 1).station();
            if (!stations.add(station)) {
                throw CommandException.usage(where + "station '" + station + "' has a recipe in this file already");
            }
        }
        return recipes;
    }

    private static Iterable<JsonNode> recipes(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            if (root.isArray() && !root.isEmpty()) {
                return root;
            }
            if (root.isObject()) {
                return List.of(root);
            }
            throw CommandException.usage(file + ": holds no recipe; one object or a list of them is expected");
        } catch (JsonProcessingException e) {
            throw CommandException.usage(file + ": line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw CommandException.usage(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static Recipe recipe(JsonNode node) {
        JsonFields fields = new JsonFields(
                node, Set.of(STATION, MODEL, VERSION, THRESHOLD, RATE, REGION, WINDOW, DEADLINE, PRIORITY));
        return new Recipe(
                fields.text(STATION).orElseThrow(() -> missing(STATION)),
                fields.text(MODEL).orElseThrow(() -> missing(MODEL)),
                fields.text(VERSION),
                fields.number(THRESHOLD),
                fields.number(RATE),
                fields.object(REGION, Set.of("x", "y", "width", "height"))
                        .map(RecipeFile::region)
                        .orElse(null),
                fields.object(WINDOW, Set.of("low", "high"))
                        .map(RecipeFile::window)
                        .orElse(null),
                fields.text(DEADLINE)
                        .map(text -> Recipe.inField(DEADLINE, () -> Units.duration(text)))
                        .orElse(null),
                fields.integer(PRIORITY).orElse(0));
    }

    private static Rectangle region(JsonFields area) {
        return Recipe.inField(
                REGION,
                () -> new Rectangle(area.needed("x"), area.needed("y"), area.needed("width"), area.needed("height")));
    }

    private static BitWindow window(JsonFields window) {
        return Recipe.inField(WINDOW, () -> new BitWindow(window.needed("low"), window.needed("high")));
    }

    private static RecipeException missing(String field) {
        return new RecipeException(field + " is missing");
    }

    /** A recipe as the file has it. */
    static ObjectNode toJson(Recipe recipe) {
        ObjectNode node = JSON.createObjectNode();
        node.put(STATION, recipe.station()).put(MODEL, recipe.model());
        recipe.modelVersion().ifPresent(version -> node.put(VERSION, version));
        recipe.threshold().ifPresent(threshold -> node.put(THRESHOLD, threshold));
        recipe.falseAlarmRate().ifPresent(rate -> node.put(RATE, rate));
        Rectangle region = recipe.regionOfInterest();
        if (region != null) {
            node.putObject(REGION)
                    .put("x", region.x())
                    .put("y", region.y())
                    .put("width", region.width())
                    .put("height", region.height());
        }
        BitWindow window = recipe.bitWindow();
        if (window != null) {
            node.putObject(WINDOW).put("low", window.low()).put("high", window.high());
        }
        if (recipe.deadline() != null) {
            node.put(DEADLINE, recipe.deadline().toMillis() + "ms");
        }
        if (recipe.priority() != 0) {
            node.put(PRIORITY, recipe.priority());
        }
        return node;
    }
}
