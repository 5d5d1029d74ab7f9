package io.fleck.fitting.synthetic.wafer;

import io.fleck.core.wafer.Defects;
import java.util.Arrays;

/** Defects of one wafer as they are drawn, in radii from the centre; what falls off the wafer is left out. */
final class Sheet {
    private static final double EDGE = 0.995;

    private final double radius;
    private float[] x = new float[256];
    private float[] y = new float[256];
    private int count;

    /** An empty wafer of a radius in micrometres. */
    Sheet(double radius) {
        this.radius = radius;
    }

    void defect(double right, double up) {
        if (Math.hypot(right, up) > EDGE) {
            return;
        }
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
        }
        x[count] = (float) (right * radius);
        y[count] = (float) (up * radius);
        count++;
    }

    /** A defect at an angle and a distance from the centre. */
    void polar(double angle, double distance) {
        defect(distance * Math.cos(angle), distance * Math.sin(angle));
    }

    Defects defects() {
        return Defects.at(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }
}
