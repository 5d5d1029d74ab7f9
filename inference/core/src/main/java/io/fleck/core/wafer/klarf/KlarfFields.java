package io.fleck.core.wafer.klarf;

import io.fleck.core.wafer.format.WaferMapException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values by keyword, with their lines. What a scope does not have, the scope around it may have. */
final class KlarfFields {
    private record Field(int line, List<String> values) {}

    private final String file;
    private final @Nullable KlarfFields around;
    private final Map<String, Field> own = new HashMap<>();

    private KlarfFields(String file, @Nullable KlarfFields around) {
        this.file = file;
        this.around = around;
    }

    /** The outermost scope of a file. */
    static KlarfFields of(String file) {
        return new KlarfFields(file, null);
    }

    /** A scope within this one: sees what this one has, and gets. */
    KlarfFields within() {
        return new KlarfFields(file, this);
    }

    /** The values as they are now. */
    KlarfFields copy() {
        KlarfFields copy = new KlarfFields(file, around);
        copy.own.putAll(own);
        return copy;
    }

    void put(String name, int line, List<String> values) {
        own.put(name, new Field(line, List.copyOf(values)));
    }

    void remove(String name) {
        own.remove(name);
    }

    private Optional<Field> find(String name) {
        Field field = own.get(name);
        if (field == null && around != null) {
            return around.find(name);
        }
        return Optional.ofNullable(field);
    }

    /** How many values there are; 0 when there is no such field. */
    int count(String name) {
        return find(name).map(field -> field.values().size()).orElse(0);
    }

    /** The value at a place; empty where there is none. */
    String text(String name, int index) {
        return find(name)
                .filter(field -> index < field.values().size())
                .map(field -> field.values().get(index).strip())
                .orElse("");
    }

    /** The number at a place, which must be there. The line is for the error when there is no such field. */
    double number(String name, int index, int line) {
        Field field = find(name).orElseThrow(() -> new WaferMapException(file, line, name, "it is missing"));
        if (index >= field.values().size()) {
            throw error(name, "it has " + field.values().size() + " values; it must have " + (index + 1));
        }
        byte[] text = field.values().get(index).getBytes(StandardCharsets.UTF_8);
        double value = new Decimals(text).number(0, text.length);
        if (Double.isNaN(value)) {
            throw error(name, "it is '" + field.values().get(index) + "'; it must be a number");
        }
        return value;
    }

    /** An error at a field. */
    WaferMapException error(String name, String reason) {
        return new WaferMapException(file, find(name).map(Field::line).orElse(0), name, reason);
    }
}
