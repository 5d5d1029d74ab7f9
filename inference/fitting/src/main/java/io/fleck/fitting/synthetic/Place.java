package io.fleck.fitting.synthetic;

import java.util.random.RandomGenerator;

/** A point on the part. */
record Place(double x, double y) {
    private static final int TRIES = 200;

    /** A random point that the part covers with some room around, away from the picture's border. */
    static Place onPart(Canvas canvas, RandomGenerator random, double room) {
        double border = 0.06 * canvas.size;
        Place place = new Place(canvas.size / 2.0, canvas.size / 2.0);
        for (int i = 0; i < TRIES; i++) {
            place = new Place(
                    random.nextDouble(border, canvas.size - border), random.nextDouble(border, canvas.size - border));
            if (place.covered(canvas, room)) {
                return place;
            }
        }
        return place;
    }

    private boolean covered(Canvas canvas, double room) {
        for (int i = 0; i < 8; i++) {
            if (!covered(canvas, x + room * Math.cos(i * Math.PI / 4), y + room * Math.sin(i * Math.PI / 4))) {
                return false;
            }
        }
        return covered(canvas, x, y);
    }

    private static boolean covered(Canvas canvas, double x, double y) {
        int column = (int) x;
        int row = (int) y;
        return column >= 0
                && row >= 0
                && column < canvas.size
                && row < canvas.size
                && canvas.cover[row * canvas.size + column] == 1;
    }
}
