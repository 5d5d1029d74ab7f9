package io.fleck.stream.gateway.files;

import io.fleck.stream.gateway.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The column {@code path} of an index.tsv: relative paths in the order of the rows, each once. */
final class IndexFile {
    static final String NAME = "index.tsv";

    private IndexFile() {}

    /**
     * The pictures that an index names.
     *
     * @param root folder of the index; paths are relative to it
     * @throws GatewayException naming the line that has no path or no picture's name
     */
    static List<FileStamp> read(Path root) {
        Path index = root.resolve(NAME);
        try {
            List<String> lines = Files.readAllLines(index);
            int column =
                    lines.isEmpty() ? -1 : List.of(lines.get(0).split("\t", -1)).indexOf("path");
            if (column < 0) {
                throw new GatewayException(index + " line 1: no column 'path' in the header", null);
            }
            Set<String> paths = new LinkedHashSet<>();
            for (int i = 1; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    paths.add(path(index, i + 1, lines.get(i), column));
                }
            }
            return paths.stream().map(path -> stamp(root, path)).toList();
        } catch (IOException e) {
            throw new GatewayException(index + " can't be read: " + e.getMessage(), e);
        }
    }

    private static String path(Path index, int line, String row, int column) {
        String[] fields = row.split("\t", -1);
        if (column >= fields.length || FileItems.format(fields[column]).isEmpty()) {
            throw new GatewayException(index + " line " + line + ": 'path' must name a .jpg, .jpeg or .png file", null);
        }
        return fields[column];
    }

    /** A file that is not there gets a stamp all the same: reading it fails, and that is told and counted. */
    private static FileStamp stamp(Path root, String path) {
        Path file = root.resolve(path);
        try {
            return FileStamp.of(root, file, Files.readAttributes(file, BasicFileAttributes.class));
        } catch (IOException e) {
            return new FileStamp(path, 0, Instant.EPOCH);
        }
    }
}
