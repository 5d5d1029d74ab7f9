package io.fleck.fitting.synthetic;

import java.util.random.RandomGenerator;

/** How a part lies under its camera: turned about its middle, then shifted. */
final class Pose {
    private final double shiftX;
    private final double shiftY;
    private final double cosine;
    private final double sine;

    /**
     * A pose.
     *
     * @param shiftX pixels to the right
     * @param shiftY pixels down
     * @param angle radians, clockwise
     */
    Pose(double shiftX, double shiftY, double angle) {
        this.shiftX = shiftX;
        this.shiftY = shiftY;
        this.cosine = Math.cos(angle);
        this.sine = Math.sin(angle);
    }

    /** As a fixture leaves it: within 2 pixels and half a degree. */
    static Pose random(RandomGenerator random) {
        return new Pose(random.nextDouble(-2, 2), random.nextDouble(-2, 2), random.nextDouble(-0.009, 0.009));
    }

    /** Pixels right of the picture's middle of a place on the part, which is given from the part's middle. */
    double pictureX(double x, double y) {
        return x * cosine - y * sine + shiftX;
    }

    /** Pixels below the picture's middle of a place on the part. */
    double pictureY(double x, double y) {
        return x * sine + y * cosine + shiftY;
    }

    /** Pixels right of the part's middle of a place in the picture, which is given from the picture's middle. */
    double partX(double x, double y) {
        return (x - shiftX) * cosine + (y - shiftY) * sine;
    }

    /** Pixels below the part's middle of a place in the picture. */
    double partY(double x, double y) {
        return (y - shiftY) * cosine - (x - shiftX) * sine;
    }
}
