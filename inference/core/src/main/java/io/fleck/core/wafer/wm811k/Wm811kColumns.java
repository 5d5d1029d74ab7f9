package io.fleck.core.wafer.wm811k;

import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.WaferMapException;
import java.util.List;

/** Places of the columns in a row. */
record Wm811kColumns(int id, int rows, int columns, int dies, int failed, int runs, int count) {
    private static final List<String> TELLING = List.of("rows", "cols", "rle");

    /** Whether a first line is the header of such a table. */
    static boolean recognises(String header) {
        return Lines.fields(header).containsAll(TELLING);
    }

    /** Columns by their names in the header. */
    static Wm811kColumns of(String header, MapFile file) {
        List<String> names = Lines.fields(header.startsWith("\uFEFF") ? header.substring(1) : header);
        return new Wm811kColumns(
                place("id", names, file),
                place("rows", names, file),
                place("cols", names, file),
                place("n_die", names, file),
                place("n_fail", names, file),
                place("rle", names, file),
                names.size());
    }

    private static int place(String name, List<String> names, MapFile file) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new WaferMapException(file.name(), 1, name, "the table has no such column");
        }
        return place;
    }
}
