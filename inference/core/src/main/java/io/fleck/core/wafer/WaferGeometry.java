package io.fleck.core.wafer;

/**
 * Size of a wafer, where its dies lie and where its notch points.
 *
 * @param diameterMm diameter in millimetres, at most {@link #LARGEST_MM}; 0 when unknown
 * @param dies the die grid, {@link DieLayout#UNKNOWN} when unknown
 * @param notch side of the orientation mark
 */
public record WaferGeometry(double diameterMm, DieLayout dies, Notch notch) {
    /** Larger than any wafer or panel that is round. */
    public static final double LARGEST_MM = 1_000;

    private static final double HALF_IN_MICROMETRES = 500;

    /** Checks the diameter. */
    public WaferGeometry {
        if (!(diameterMm >= 0 && diameterMm <= LARGEST_MM)) {
            throw new IllegalArgumentException(
                    "wafer diameter is " + diameterMm + " mm; it must be 0 (unknown) to " + (long) LARGEST_MM + " mm");
        }
    }

    /** Radius in micrometres; 0 when unknown. */
    public double radius() {
        return diameterMm * HALF_IN_MICROMETRES;
    }
}
