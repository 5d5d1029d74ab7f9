package io.fleck.fitting.synthetic;

/** Holes with a chamfer, through which the dark carrier is seen. */
final class Openings {
    private static final float CHAMFER = 3;

    private Openings() {}

    /**
     * Drills a round hole, or marks where it is missing.
     *
     * @param x its centre on the part, from the middle, in pixels
     * @param y likewise
     */
    static void hole(Canvas canvas, Pose pose, double x, double y, double radius, boolean missing) {
        double middle = (canvas.size - 1) / 2.0;
        double column = middle + pose.pictureX(x, y);
        double row = middle + pose.pictureY(x, y);
        if (missing) {
            canvas.disc(column, row, radius + CHAMFER, (pixel, fromX, fromY, distance) -> canvas.mark(pixel));
        } else {
            canvas.disc(
                    column,
                    row,
                    radius + CHAMFER,
                    (pixel, fromX, fromY, distance) -> cut(canvas, pixel, distance - (float) radius));
        }
    }

    /** Mills a slot along the part's rows through its middle. */
    static void slot(Canvas canvas, Pose pose, double halfLength, double radius) {
        double middle = (canvas.size - 1) / 2.0;
        double column = middle + pose.pictureX(0, 0);
        double row = middle + pose.pictureY(0, 0);
        canvas.disc(column, row, halfLength + radius + CHAMFER, (pixel, fromX, fromY, distance) -> {
            double x = column + fromX - middle;
            double y = row + fromY - middle;
            double beyondEnds = Math.max(Math.abs(pose.partX(x, y)) - halfLength, 0);
            double beyond = Math.hypot(beyondEnds, pose.partY(x, y)) - radius;
            if (beyond < CHAMFER) {
                cut(canvas, pixel, (float) beyond);
            }
        });
    }

    private static void cut(Canvas canvas, int pixel, float beyond) {
        canvas.height[pixel] -= 2.2f * (1 - Canvas.smoothStep(0, CHAMFER, beyond));
        canvas.cover[pixel] *= Math.min(Math.max(beyond + 0.5f, 0), 1);
    }
}
