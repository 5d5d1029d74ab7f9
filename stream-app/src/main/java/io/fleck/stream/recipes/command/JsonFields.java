package io.fleck.stream.recipes.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleck.stream.recipes.RecipeException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The fields of a JSON object, each of its kind; a field that nothing knows is refused by its name. */
final class JsonFields {
    private final JsonNode node;

    JsonFields(JsonNode node, Set<String> known) {
        this(node, known, "a recipe");
    }

    private JsonFields(JsonNode node, Set<String> known, String what) {
        this.node = node;
        if (!node.isObject()) {
            throw new RecipeException(what + " has to be an object, it is " + node);
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new RecipeException(
                        "field '" + name + "' is not known in " + what + "; allowed are " + new TreeSet<>(known));
            }
        });
    }

    Optional<String> text(String field) {
        return find(field, JsonNode::isTextual, "a text").map(JsonNode::asText);
    }

    OptionalDouble number(String field) {
        return find(field, JsonNode::isNumber, "a number")
                .map(value -> OptionalDouble.of(value.asDouble()))
                .orElseGet(OptionalDouble::empty);
    }

    Optional<Integer> integer(String field) {
        return find(field, value -> value.isInt(), "a whole number").map(JsonNode::asInt);
    }

    int needed(String field) {
        return integer(field).orElseThrow(() -> new RecipeException(field + " is missing"));
    }

    Optional<JsonFields> object(String field, Set<String> known) {
        return find(field, value -> true, "an object").map(value -> new JsonFields(value, known, field));
    }

    /** An absent field may also be null. */
    private Optional<JsonNode> find(String field, Predicate<JsonNode> allowed, String expected) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!allowed.test(value)) {
            throw new RecipeException(field + " " + value + "; " + expected + " is expected");
        }
        return Optional.of(value);
    }
}
