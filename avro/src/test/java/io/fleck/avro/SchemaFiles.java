package io.fleck.avro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schema files of this module, read as files: each must stand on its own. */
final class SchemaFiles {
    private static final Path CURRENT = Path.of("src/main/avro");
    private static final Path RELEASED = Path.of("src/released");

    private SchemaFiles() {}

    /** Today's schemas by file name without its ending. */
    static Map<String, Schema> current() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        list(CURRENT).forEach(file -> schemas.put(nameOf(file), parse(file)));
        return schemas;
    }

    /** Today's schema of a record. */
    static Schema current(String record) {
        return parse(CURRENT.resolve(record + ".avsc"));
    }

    /** Names of the records that were ever released. */
    static List<String> released() {
        return list(RELEASED).stream().map(SchemaFiles::nameOf).toList();
    }

    /** Released versions of a record by number, the oldest first. */
    static Map<Integer, Schema> released(String record) {
        Map<Integer, Schema> versions = new LinkedHashMap<>();
        Path folder = RELEASED.resolve(record);
        list(folder).stream()
                .map(file -> Integer.parseInt(nameOf(file).substring(1)))
                .sorted()
                .forEach(number -> versions.put(number, parse(folder.resolve("v" + number + ".avsc"))));
        return versions;
    }

    /** Calls a visitor with a schema and with every schema inside it, each named type once. */
    static void visit(Schema schema, Consumer<Schema> visitor) {
        visit(schema, visitor, new ArrayList<>());
    }

    private static void visit(Schema schema, Consumer<Schema> visitor, List<String> seen) {
        boolean named = schema.getType() == Schema.Type.RECORD || schema.getType() == Schema.Type.ENUM;
        if (named && seen.contains(schema.getFullName())) {
            return;
        }
        if (named) {
            seen.add(schema.getFullName());
        }
        visitor.accept(schema);
        inside(schema).forEach(inner -> visit(inner, visitor, seen));
    }

    private static List<Schema> inside(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> schema.getFields().stream().map(Schema.Field::schema).toList();
            case UNION -> schema.getTypes();
            case ARRAY -> List.of(schema.getElementType());
            case MAP -> List.of(schema.getValueType());
            default -> List.of();
        };
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replace(".avsc", "");
    }
}
