package io.fleck.fitting.data;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@code index.tsv}: UTF-8, columns separated by tabs and found by the header ({@code path}, {@code label},
 * optional {@code mask} and {@code split}, others ignored), no quoting, empty lines skipped. Paths are relative to the
 * file.
 */
final class IndexFile {
    static final String NAME = "index.tsv";

    private static final String PATH = "path";
    private static final String LABEL = "label";
    private static final String MASK = "mask";
    private static final String SPLIT = "split";

    private final Path file;
    private final Path folder;
    private final List<String> header;
    private final Map<String, Integer> linesByPath = new HashMap<>();

    private IndexFile(Path file, List<String> header) {
        this.file = file;
        Path parent = file.toAbsolutePath().getParent();
        this.folder = parent == null ? file.toAbsolutePath() : parent;
        this.header = header;
    }

    static DataSet read(Path file) {
        List<String> lines = lines(file);
        if (lines.isEmpty()) {
            throw new DataException(file + ": empty; the first line must name the columns path and label");
        }
        IndexFile index = new IndexFile(file, cells(lines.get(0)));
        index.requireColumn(PATH);
        index.requireColumn(LABEL);
        return new DataSet(file, index.rows(lines));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw new DataException(file + ": not UTF-8 text", e);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
    }

    private void requireColumn(String column) {
        if (!header.contains(column)) {
            throw new DataException(file + ": line 1: no column '" + column + "', only " + header);
        }
    }

    private List<LabelledImage> rows(List<String> lines) {
        List<LabelledImage> images = new ArrayList<>();
        for (int number = 2; number <= lines.size(); number++) {
            if (!lines.get(number - 1).isBlank()) {
                images.add(new Row(number, cells(lines.get(number - 1))).image());
            }
        }
        return images;
    }

    /** One line, numbered from 1. */
    private final class Row {
        private final int number;
        private final List<String> cells;

        Row(int number, List<String> cells) {
            this.number = number;
            this.cells = cells;
        }

        LabelledImage image() {
            String path = required(PATH);
            Integer first = linesByPath.putIfAbsent(path, number);
            if (first != null) {
                throw error(PATH, "'" + path + "' stands already on line " + first);
            }
            return new LabelledImage(path, existing(PATH, path), required(LABEL), mask(), split());
        }

        private @Nullable Path mask() {
            String mask = value(MASK);
            return mask.isEmpty() ? null : existing(MASK, mask);
        }

        private Split split() {
            if (!header.contains(SPLIT)) {
                return Split.EITHER;
            }
            return switch (value(SPLIT).toLowerCase(Locale.ROOT)) {
                case "train" -> Split.TRAIN;
                case "test" -> Split.TEST;
                default -> throw error(SPLIT, "'" + value(SPLIT) + "'; allowed are train and test");
            };
        }

        private String required(String column) {
            String value = value(column);
            if (value.isEmpty()) {
                throw error(column, "empty");
            }
            return value;
        }

        /** The cell; empty when the table has no such column or the line ends before it. */
        private String value(String column) {
            int at = header.indexOf(column);
            return at < 0 || at >= cells.size() ? "" : cells.get(at);
        }

        private Path existing(String column, String value) {
            try {
                Path path = folder.resolve(value);
                if (Files.isRegularFile(path)) {
                    return path;
                }
            } catch (InvalidPathException e) {
                throw new DataException(place(column) + "'" + value + "' is not a path: " + e.getReason(), e);
            }
            throw error(column, "'" + value + "' does not exist");
        }

        private DataException error(String column, String what) {
            return new DataException(place(column) + what);
        }

        private String place(String column) {
            return file + ": line " + number + ", column " + column + ": ";
        }
    }
}
