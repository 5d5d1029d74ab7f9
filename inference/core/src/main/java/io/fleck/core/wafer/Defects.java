package io.fleck.core.wafer;

/**
 * Defects as parallel arrays: entry i of each belongs to defect i. x grows to the right, y upwards, from the wafer centre.
 *
 * <p>The arrays are not copied: whoever builds a list gives them up, whoever reads one leaves them alone.
 *
 * @param x x in micrometres
 * @param y y in micrometres
 * @param dieX die column; empty when unknown
 * @param dieY die row; empty when unknown
 * @param size size as the tool gave it, in micrometres, at least 0; empty when unknown
 * @param classNumber class that the tool gave; empty when unknown
 */
@SuppressWarnings("ArrayRecordComponent") // columns of up to a million rows, compared by nobody
public record Defects(float[] x, float[] y, int[] dieX, int[] dieY, float[] size, int[] classNumber) {
    private static final int[] NO_INTS = {};
    private static final float[] NO_FLOATS = {};

    /** No defects. */
    public static final Defects NONE = at(NO_FLOATS, NO_FLOATS);

    /** Checks that the arrays belong together and that coordinates are finite. */
    public Defects {
        requireLength("y", y.length, x.length, false);
        requireLength("dieX", dieX.length, x.length, true);
        requireLength("dieY", dieY.length, dieX.length, false);
        requireLength("size", size.length, x.length, true);
        requireLength("classNumber", classNumber.length, x.length, true);
        for (int i = 0; i < x.length; i++) {
            if (!Float.isFinite(x[i]) || !Float.isFinite(y[i])) {
                throw new IllegalArgumentException(
                        "defect " + i + " lies at " + x[i] + ", " + y[i] + "; both must be finite");
            }
        }
        for (int i = 0; i < size.length; i++) {
            if (!(size[i] >= 0 && Float.isFinite(size[i]))) {
                throw new IllegalArgumentException("defect " + i + " has size " + size[i] + "; it must be 0 or more");
            }
        }
    }

    /** Defects of which no more is known than where they lie. */
    public static Defects at(float[] x, float[] y) {
        return new Defects(x, y, NO_INTS, NO_INTS, NO_FLOATS, NO_INTS);
    }

    /** How many. */
    public int count() {
        return x.length;
    }

    private static void requireLength(String key, int length, int expected, boolean optional) {
        if (length != expected && !(optional && length == 0)) {
            throw new IllegalArgumentException(key + " has " + length + " entries; it must have " + expected
                    + (optional ? ", or none when unknown" : ""));
        }
    }
}
