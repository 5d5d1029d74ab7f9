package io.fleck.core.wafer.wm811k;

import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.WaferMapException;
import io.fleck.core.wafer.format.WaferMapReader;
import io.fleck.core.wafer.format.WaferMaps;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * A table with the columns {@code id,rows,cols,n_die,n_fail,rle} in any order, others ignored, gzip or plain. All rows are
 * checked first; the die grids are built when they are asked for, so that a file of many thousand takes little memory.
 * Dies that passed are in bin 1, those that failed in bin 2.
 */
public final class Wm811kReader implements WaferMapReader {
    @Override
    public String name() {
        return "WM-811K";
    }

    @Override
    public boolean recognises(MapFile file) {
        return Wm811kColumns.recognises(file.head().lines().findFirst().orElse(""));
    }

    @Override
    public WaferMaps read(MapFile file, ReadLimits limits) {
        Lines lines = new Lines(file.content());
        if (!lines.next()) {
            throw new WaferMapException(file.name(), 1, "", "it is empty");
        }
        Wm811kRow row = new Wm811kRow(file, limits, Wm811kColumns.of(lines.text(), file));
        int[] starts = new int[1_024];
        int count = 0;
        while (lines.next()) {
            if (lines.text().isBlank()) {
                continue;
            }
            row.check(lines.text(), lines.number());
            if (count == limits.maxWafers()) {
                throw new WaferMapException(
                        file.name(), lines.number(), "", "the file has more than " + limits.maxWafers() + " wafers");
            }
            starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
            starts[count++] = lines.start();
        }
        return new WaferMaps(name(), new Rows(file, row, Arrays.copyOf(starts, count)));
    }

    /** Wafers by their lines, each built anew when asked for. */
    private static final class Rows extends AbstractList<DefectMap> implements RandomAccess {
        private final MapFile file;
        private final Wm811kRow row;
        private final int[] starts;

        Rows(MapFile file, Wm811kRow row, int[] starts) {
            this.file = file;
            this.row = row;
            this.starts = starts;
        }

        @Override
        public DefectMap get(int index) {
            return row.map(Lines.at(file.content(), starts[index]));
        }

        @Override
        public int size() {
            return starts.length;
        }
    }
}
