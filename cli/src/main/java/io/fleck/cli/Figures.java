package io.fleck.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Named figures of a command in the order in which they were put.
 *
 * <p>A figure that does not exist (the AUROC of a set without defects) is left out, never NaN.
 */
public final class Figures {
    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().enable(SerializationFeature.INDENT_OUTPUT);

    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * Adds a figure.
     *
     * @param name the name by which users know it, lower case with underscores
     * @param value a number, a string, a list or a map; finite when it is a number
     * @return this
     */
    public Figures put(String name, Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new IllegalArgumentException("figure " + name + " is " + number + "; leave it out instead");
        }
        values.put(name, value);
        return this;
    }

    /** The figures by name. */
    public Map<String, Object> asMap() {
        return Collections.unmodifiableMap(values);
    }

    /** Prints one figure a line; lists and maps are left to the JSON file. */
    public void print(PrintStream out) {
        values.forEach((name, value) -> {
            if (value instanceof Double number) {
                out.println(String.format(Locale.ROOT, "%-24s %.6g", name, number));
            } else if (value instanceof Number || value instanceof String || value instanceof Boolean) {
                out.println(String.format(Locale.ROOT, "%-24s %s", name, value));
            }
        });
    }

    /** Writes all figures as one JSON object. */
    public void writeJson(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            JSON.writeValue(file.toFile(), values);
        } catch (IOException e) {
            throw CommandException.failed("--json " + file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
