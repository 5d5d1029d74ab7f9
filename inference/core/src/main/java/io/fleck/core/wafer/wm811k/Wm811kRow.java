package io.fleck.core.wafer.wm811k;

import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.Notch;
import io.fleck.core.wafer.WaferGeometry;
import io.fleck.core.wafer.WaferIdentity;
import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.WaferMapException;
import java.util.Arrays;
import java.util.List;

/** One line of the table. The runs are {@code <count><letter>}, the count left out when it is 1. */
final class Wm811kRow {
    static final int PASS = 1;
    static final int FAIL = 2;

    /** The set has no lots: its wafers are one. */
    private static final String LOT = "wm811k";

    private static final WaferGeometry UNKNOWN = new WaferGeometry(0, DieLayout.UNKNOWN, Notch.UNKNOWN);
    private static final int[] FAIL_BINS = {FAIL};

    private final MapFile file;
    private final ReadLimits limits;
    private final Wm811kColumns columns;

    Wm811kRow(MapFile file, ReadLimits limits, Wm811kColumns columns) {
        this.file = file;
        this.limits = limits;
        this.columns = columns;
    }

    /**
     * Checks a line without building its map.
     *
     * @throws WaferMapException naming column and reason
     */
    void check(String line, int number) {
        List<String> fields = Lines.fields(line);
        if (fields.size() != columns.count()) {
            throw error(number, "", "it has " + fields.size() + " fields, the header " + columns.count());
        }
        identity(fields, number);
        int rows = whole(fields, columns.rows(), "rows", number);
        int width = whole(fields, columns.columns(), "cols", number);
        long places = (long) rows * width;
        if (places < 1 || places > limits.maxDies()) {
            throw error(
                    number,
                    "rows, cols",
                    "the grid has " + rows + " x " + width + " places; 1 to " + limits.maxDies() + " are allowed");
        }
        Runs runs = runs(fields.get(columns.runs()), number);
        require("rle", number, runs.places(), places, "places");
        require("n_die", number, whole(fields, columns.dies(), "n_die", number), runs.dies(), "dies");
        require("n_fail", number, whole(fields, columns.failed(), "n_fail", number), runs.failed(), "failed dies");
    }

    private void identity(List<String> fields, int number) {
        try {
            var unused = WaferIdentity.of(LOT, fields.get(columns.id()));
        } catch (IllegalArgumentException e) {
            throw new WaferMapException(file.name(), number, "id", String.valueOf(e.getMessage()), e);
        }
    }

    private void require(String column, int number, long found, long expected, String what) {
        if (found != expected) {
            throw error(number, column, "it says " + found + " " + what + "; there are " + expected);
        }
    }

    private Runs runs(String written, int number) {
        try {
            return Runs.count(written);
        } catch (IllegalArgumentException e) {
            throw new WaferMapException(file.name(), number, "rle", String.valueOf(e.getMessage()), e);
        }
    }

    private int whole(List<String> fields, int place, String column, int number) {
        try {
            return Integer.parseUnsignedInt(fields.get(place));
        } catch (NumberFormatException e) {
            throw new WaferMapException(
                    file.name(),
                    number,
                    column,
                    "it is '" + fields.get(place) + "'; it must be a whole number of at least 0",
                    e);
        }
    }

    private WaferMapException error(int number, String column, String reason) {
        return new WaferMapException(file.name(), number, column, reason);
    }

    /** The map of a line that was checked. */
    DefectMap map(String line) {
        List<String> fields = Lines.fields(line);
        int rows = Integer.parseInt(fields.get(columns.rows()));
        int width = Integer.parseInt(fields.get(columns.columns()));
        int[] bins = new int[rows * width];
        Runs.fill(fields.get(columns.runs()), bins);
        BinMap map = new BinMap(rows, width, bins, Arrays.copyOf(FAIL_BINS, 1));
        return DefectMap.of(WaferIdentity.of(LOT, fields.get(columns.id())), UNKNOWN, map);
    }
}
