package io.fleck.core.wafer;

/** Side of the wafer on which its notch or flat lies, seen from above, in the coordinates of its map. */
public enum Notch {
    /** The source does not say, or says an angle that is no side. */
    UNKNOWN,
    /** At the bottom. */
    DOWN,
    /** At the left. */
    LEFT,
    /** At the top. */
    UP,
    /** At the right. */
    RIGHT
}
