package io.fleck.core.wafer.klarf;

import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Defects;
import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.WaferGeometry;
import io.fleck.core.wafer.format.WaferMapException;
import java.util.Arrays;

/** The defects of one wafer as they are read: places within dies, in the file's unit. Grows up to a limit. */
final class DefectTable {
    private static final int START = 1_024;

    private final int limit;
    private boolean sized = true;
    private boolean classified = true;
    private int count;
    private double[] withinX = new double[START];
    private double[] withinY = new double[START];
    private int[] dieX = new int[START];
    private int[] dieY = new int[START];
    private float[] size = new float[START];
    private int[] classNumber = new int[START];
    private int[] line = new int[START];

    DefectTable(int limit) {
        this.limit = limit;
    }

    /** Rows that follow have these columns. Where one list lacks sizes or classes, the wafer has none. */
    void columns(DefectColumns columns) {
        sized &= columns.has("DSIZE");
        classified &= columns.has("CLASSNUMBER");
    }

    int count() {
        return count;
    }

    /** Whether another row would be too many. */
    boolean full() {
        return count == limit;
    }

    /** Takes over a row. The size is in the file's unit. */
    void add(DefectRow row, int atLine) {
        if (count == line.length) {
            grow();
        }
        withinX[count] = row.withinX();
        withinY[count] = row.withinY();
        dieX[count] = row.dieX();
        dieY[count] = row.dieY();
        size[count] = (float) row.size();
        classNumber[count] = row.classNumber();
        line[count] = atLine;
        count++;
    }

    private void grow() {
        int length = (int) Math.min(2L * line.length, limit);
        withinX = Arrays.copyOf(withinX, length);
        withinY = Arrays.copyOf(withinY, length);
        dieX = Arrays.copyOf(dieX, length);
        dieY = Arrays.copyOf(dieY, length);
        size = Arrays.copyOf(size, length);
        classNumber = Arrays.copyOf(classNumber, length);
        line = Arrays.copyOf(line, length);
    }

    /**
     * The defects in micrometres from the wafer's centre.
     *
     * @param geometry the wafer; its die grid is known
     * @param centreX x of the wafer's centre from the origin of die (0, 0), micrometres
     * @param centreY y of it
     * @param unit micrometres of the file's unit
     * @param file for the error when a defect does not lie on the wafer
     */
    Defects on(WaferGeometry geometry, double centreX, double centreY, double unit, String file) {
        DieLayout dies = geometry.dies();
        double reach = geometry.radius() * DefectMap.REACH;
        float[] x = new float[count];
        float[] y = new float[count];
        float[] sizes = new float[sized ? count : 0];
        for (int i = 0; i < count; i++) {
            double atX = dieX[i] * dies.pitchX() + withinX[i] * unit - centreX;
            double atY = dieY[i] * dies.pitchY() + withinY[i] * unit - centreY;
            if (!(Math.hypot(atX, atY) <= reach)) {
                throw outside(file, line[i], Math.hypot(atX, atY), geometry);
            }
            x[i] = (float) atX;
            y[i] = (float) atY;
        }
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = (float) (size[i] * unit);
        }
        int[] classes = classified ? Arrays.copyOf(classNumber, count) : new int[0];
        return new Defects(x, y, Arrays.copyOf(dieX, count), Arrays.copyOf(dieY, count), sizes, classes);
    }

    private static WaferMapException outside(String file, int line, double distance, WaferGeometry geometry) {
        String reason = String.format(
                java.util.Locale.ROOT,
                "the defect lies %.1f mm from the centre of a wafer of %.0f mm",
                distance / 1_000,
                geometry.diameterMm());
        return new WaferMapException(file, line, "XREL, YREL", reason);
    }
}
