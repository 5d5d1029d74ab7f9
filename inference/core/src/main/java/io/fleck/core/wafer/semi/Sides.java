package io.fleck.core.wafer.semi;

import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.Notch;

/** Orientation and die grid as both formats mean them. */
final class Sides {
    private static final double HALF = 0.5;

    private Sides() {}

    /** Side of the notch by its angle, clockwise from the bottom (SEMI E5, FNLOC). */
    static Notch notch(String degrees) {
        return switch (degrees) {
            case "0" -> Notch.DOWN;
            case "90" -> Notch.LEFT;
            case "180" -> Notch.UP;
            case "270" -> Notch.RIGHT;
            default -> Notch.UNKNOWN;
        };
    }

    /** A grid centred on the wafer, die (0, 0) at its lower left; unknown where a pitch is. */
    static DieLayout centred(int rows, int columns, double pitchX, double pitchY) {
        if (!(pitchX > 0 && pitchY > 0)) {
            return DieLayout.UNKNOWN;
        }
        return new DieLayout(pitchX, pitchY, -columns * pitchX * HALF, -rows * pitchY * HALF);
    }
}
