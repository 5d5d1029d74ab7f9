package io.fleck.fitting.synthetic.damage;

import java.util.Random;

/** Gradient noise (Perlin, "Improving noise", SIGGRAPH 2002) of one lattice, turned by an angle; about -1 to 1. */
final class Perlin {
    private final double cellsX;
    private final double cellsY;
    private final double cos;
    private final double sin;
    private final int width;
    private final int height;
    private final int seed;

    /**
     * Noise over a picture.
     *
     * @param cellsX lattice cells over the width
     * @param cellsY lattice cells over the height
     * @param angle by which the lattice is turned about the centre, in radians
     */
    Perlin(int width, int height, int cellsX, int cellsY, double angle, Random random) {
        this.width = width;
        this.height = height;
        this.cellsX = cellsX;
        this.cellsY = cellsY;
        this.cos = Math.cos(angle);
        this.sin = Math.sin(angle);
        this.seed = random.nextInt();
    }

    double at(int x, int y) {
        double fromX = (x + 0.5) / width - 0.5;
        double fromY = (y + 0.5) / height - 0.5;
        double u = (cos * fromX - sin * fromY) * cellsX;
        double v = (sin * fromX + cos * fromY) * cellsY;
        int left = (int) Math.floor(u);
        int top = (int) Math.floor(v);
        double partX = fade(u - left);
        double upper = mix(slope(left, top, u, v), slope(left + 1, top, u, v), partX);
        double lower = mix(slope(left, top + 1, u, v), slope(left + 1, top + 1, u, v), partX);
        return Math.sqrt(2) * mix(upper, lower, fade(v - top));
    }

    /** What the gradient of a lattice point adds at a place. */
    private double slope(int latticeX, int latticeY, double u, double v) {
        double angle = hash(latticeX, latticeY) * 2 * Math.PI;
        return Math.cos(angle) * (u - latticeX) + Math.sin(angle) * (v - latticeY);
    }

    /** 0 to 1, evenly spread. */
    private double hash(int x, int y) {
        int hash = x * 0x27d4eb2d ^ y * 0x165667b1 ^ seed * 0x9e3779b1;
        hash = (hash ^ hash >>> 15) * 0x2c1b3c6d;
        hash = (hash ^ hash >>> 12) * 0x297a2d39;
        return ((hash ^ hash >>> 15) >>> 1) * 0x1p-31;
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double mix(double from, double to, double part) {
        return from + (to - from) * part;
    }
}
