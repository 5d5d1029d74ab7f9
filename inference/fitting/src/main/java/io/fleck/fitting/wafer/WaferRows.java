package io.fleck.fitting.wafer;

import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.fitting.data.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Labelled die grids, one a line: columns {@code id,label,rows,cols,n_die,n_fail,rle} in any order, others ignored;
 * {@code rle} is row-major runs {@code <count><letter>}, the count left out when 1: A no die, B pass, C fail. Plain or
 * gzip. Of maps that are alike the first is kept, so that none is on both sides of a division.
 */
public final class WaferRows {
    private static final int MOST_CELLS = 1 << 20;

    private final Path file;
    private final List<String> columns;

    private WaferRows(Path file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * Reads a file.
     *
     * @throws DataException naming the file, the line and the column of what is wrong
     */
    public static List<LabelledWafer> read(Path file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            String header = lines.readLine();
            WaferRows reader = new WaferRows(file, header == null ? List.of() : Arrays.asList(header.split(",", -1)));
            List<LabelledWafer> wafers = new ArrayList<>();
            Set<DieGrid> seen = new HashSet<>();
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LabelledWafer wafer = reader.wafer(++number, line.split(",", -1));
                if (seen.add(wafer.dies())) {
                    wafers.add(wafer);
                }
            }
            return wafers;
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes wafers as {@link #read} reads them, uncompressed. */
    public static void write(Path file, List<LabelledWafer> wafers) throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,label,rows,cols,rle"));
        for (LabelledWafer wafer : wafers) {
            DieGrid grid = wafer.dies();
            lines.add(String.join(
                    ",",
                    wafer.id(),
                    wafer.label(),
                    String.valueOf(grid.rows()),
                    String.valueOf(grid.columns()),
                    encode(grid.dies())));
        }
        Files.write(file, lines);
    }

    private static String encode(byte[] dies) {
        StringBuilder runs = new StringBuilder();
        for (int from = 0; from < dies.length; ) {
            int end = from;
            while (end < dies.length && dies[end] == dies[from]) {
                end++;
            }
            runs.append(end - from == 1 ? "" : String.valueOf(end - from)).append((char) ('A' + dies[from]));
            from = end;
        }
        return runs.toString();
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        if (!file.toString().endsWith(".gz")) {
            return raw;
        }
        try {
            return new GZIPInputStream(raw);
        } catch (ZipException e) {
            raw.close();
            throw e;
        }
    }

    private LabelledWafer wafer(int line, String[] fields) {
        int rows = number(line, fields, "rows");
        int cells = number(line, fields, "cols");
        long count = (long) rows * cells;
        if (count < 1 || count > MOST_CELLS) {
            throw wrong(line, "rows", rows + " x " + cells + " dies; allowed are 1 to " + MOST_CELLS);
        }
        byte[] dies = decode(line, field(line, fields, "rle"), (int) count);
        String label = field(line, fields, "label");
        if (label.isBlank()) {
            throw wrong(line, "label", "is blank");
        }
        DieGrid grid = new DieGrid(rows, cells, dies);
        requireFails(line, fields, grid);
        return new LabelledWafer(field(line, fields, "id"), label, grid);
    }

    private void requireFails(int line, String[] fields, DieGrid grid) {
        if (columns.contains("n_fail") && number(line, fields, "n_fail") != grid.fails()) {
            throw wrong(line, "n_fail", "says " + field(line, fields, "n_fail") + ", the map has " + grid.fails());
        }
    }

    private byte[] decode(int line, String runs, int cells) {
        byte[] dies = new byte[cells];
        int filled = 0;
        int count = 0;
        for (int i = 0; i < runs.length(); i++) {
            char letter = runs.charAt(i);
            if (letter >= '0' && letter <= '9') {
                count = count * 10 + letter - '0';
            } else if (letter < 'A' || letter > 'C') {
                throw wrong(line, "rle", "has '" + letter + "'; allowed are digits, A, B and C");
            } else {
                int end = filled + Math.max(1, count);
                if (end > cells) {
                    throw wrong(line, "rle", "has more than " + cells + " dies");
                }
                Arrays.fill(dies, filled, end, (byte) (letter - 'A'));
                filled = end;
                count = 0;
            }
            if (count > cells) {
                throw wrong(line, "rle", "has a run of " + count + " in a map of " + cells + " dies");
            }
        }
        if (filled < cells) {
            throw wrong(line, "rle", "has " + filled + " of " + cells + " dies");
        }
        return dies;
    }

    private int number(int line, String[] fields, String column) {
        String text = field(line, fields, column);
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new DataException(
                    file + ", line " + line + ", column " + column + ": '" + text + "' is not a whole number", e);
        }
        throw wrong(line, column, text + " is below 0");
    }

    private String field(int line, String[] fields, String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new DataException(file + ", line 1: no column " + column + ", only " + columns);
        }
        if (index >= fields.length) {
            throw wrong(line, column, "is missing");
        }
        return fields[index];
    }

    private DataException wrong(int line, String column, String what) {
        return new DataException(file + ", line " + line + ", column " + column + ": " + what);
    }
}
