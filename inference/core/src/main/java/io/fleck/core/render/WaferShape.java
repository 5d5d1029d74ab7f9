package io.fleck.core.render;

import io.fleck.core.wafer.Notch;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The outline of a wafer in pixels: a disc with its notch cut out. */
final class WaferShape {
    /** A real notch is a millimetre deep and would not be seen: it is drawn larger. */
    private static final double NOTCH_DEPTH = 0.045;

    private static final double NOTCH_HALF_WIDTH = 0.035;

    private WaferShape() {}

    /** Centred at a place; y grows downwards. */
    static Shape of(double centre, double radius, Notch notch) {
        Area disc = new Area(new Ellipse2D.Double(centre - radius, centre - radius, 2 * radius, 2 * radius));
        switch (notch) {
            case DOWN -> disc.subtract(new Area(cut(centre, radius, 0, 1)));
            case UP -> disc.subtract(new Area(cut(centre, radius, 0, -1)));
            case LEFT -> disc.subtract(new Area(cut(centre, radius, -1, 0)));
            case RIGHT -> disc.subtract(new Area(cut(centre, radius, 1, 0)));
            case UNKNOWN -> {
                // nobody knows where it is
            }
        }
        return disc;
    }

    /** A triangle whose point lies within the disc, seen from the centre in that direction. */
    private static Shape cut(double centre, double radius, int toX, int toY) {
        double tip = radius * (1 - NOTCH_DEPTH);
        double base = radius * (1 + NOTCH_DEPTH);
        double half = 2 * radius * NOTCH_HALF_WIDTH;
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(centre + toX * tip, centre + toY * tip);
        triangle.lineTo(centre + toX * base + toY * half, centre + toY * base + toX * half);
        triangle.lineTo(centre + toX * base - toY * half, centre + toY * base - toX * half);
        triangle.closePath();
        return triangle;
    }
}
