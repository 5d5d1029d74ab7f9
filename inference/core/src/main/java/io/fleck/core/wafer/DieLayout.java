package io.fleck.core.wafer;

/**
 * Where the dies lie: columns grow to the right, rows upwards.
 *
 * @param pitchX distance from die to die along x in micrometres; 0 when unknown
 * @param pitchY distance from die to die along y in micrometres; 0 when unknown
 * @param originX x of the lower left corner of die (0, 0) from the wafer centre, micrometres
 * @param originY y of the lower left corner of die (0, 0) from the wafer centre, micrometres
 */
public record DieLayout(double pitchX, double pitchY, double originX, double originY) {
    /** No die is known. */
    public static final DieLayout UNKNOWN = new DieLayout(0, 0, 0, 0);

    /** Checks that the pitch is not negative and everything finite. */
    public DieLayout {
        if (!(pitchX >= 0 && pitchY >= 0 && Double.isFinite(pitchX + pitchY))) {
            throw new IllegalArgumentException(
                    "die pitch of " + pitchX + " x " + pitchY + " um; both must be 0 (unknown) or more");
        }
        if (!Double.isFinite(originX) || !Double.isFinite(originY)) {
            throw new IllegalArgumentException("die origin " + originX + ", " + originY + "; both must be finite");
        }
    }

    /** Whether both pitches are known. */
    public boolean known() {
        return pitchX > 0 && pitchY > 0;
    }
}
