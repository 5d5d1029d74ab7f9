package io.fleck.fitting.synthetic;

import java.util.random.RandomGenerator;

/** Draws one kind of part. Stateless. */
interface Blueprint {
    /** How it answers light. */
    Material material();

    /** Features that may be missing, at least 1. */
    int features();

    /**
     * Draws a good part, or one without a feature.
     *
     * @param canvas an empty canvas
     * @param pose where it lies
     * @param random texture
     * @param missing number of the feature to leave out and to mark; -1 for none
     */
    void draw(Canvas canvas, Pose pose, RandomGenerator random, int missing);
}
