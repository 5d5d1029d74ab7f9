package io.fleck.core.image;

/**
 * A rectangle in pixels, for regions of interest and bounding boxes.
 *
 * @param x left edge, at least 0
 * @param y top edge, at least 0
 * @param width at least 1
 * @param height at least 1
 */
public record Rectangle(int x, int y, int width, int height) {
    /** Checks the range. */
    public Rectangle {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("rectangle x=" + x + " y=" + y + " width=" + width + " height=" + height
                    + "; x and y must be at least 0, width and height at least 1");
        }
    }

    /** Whether it lies within a picture of that size. */
    public boolean fitsInto(int pictureWidth, int pictureHeight) {
        return (long) x + width <= pictureWidth && (long) y + height <= pictureHeight;
    }
}
