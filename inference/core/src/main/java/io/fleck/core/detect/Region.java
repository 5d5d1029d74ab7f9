package io.fleck.core.detect;

import io.fleck.core.image.Rectangle;
import java.util.List;

/**
 * One 8-connected component of a mask, in pixels of the original frame.
 *
 * @param bounds bounding box
 * @param area pixels inside, at least 1
 * @param peakScore highest score inside
 * @param meanScore mean score inside
 * @param outline corners of the outer contour, clockwise
 */
public record Region(Rectangle bounds, long area, double peakScore, double meanScore, List<Point> outline) {
    /** A corner. */
    public record Point(int x, int y) {}

    /** Checks that the region has pixels. */
    public Region {
        if (area < 1) {
            throw new IllegalArgumentException("region of " + area + " pixels; at least 1");
        }
        outline = List.copyOf(outline);
    }
}
