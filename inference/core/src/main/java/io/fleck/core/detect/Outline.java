package io.fleck.core.detect;

import io.fleck.core.detect.Region.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows the outer contour of a component along the edges of its pixels, the inside on the right hand. Where two pixels
 * touch only at a corner the contour crosses over to the other one, as 8-connectivity asks.
 */
final class Outline {
    /** East, south, west, north with y downwards. */
    private static final int[] STEP_X = {1, 0, -1, 0};

    private static final int[] STEP_Y = {0, 1, 0, -1};
    /** The pixel ahead on the left hand of a corner, relative to the corner. */
    private static final int[] LEFT_X = {0, 0, -1, -1};

    private static final int[] LEFT_Y = {-1, 0, 0, -1};

    private final Components components;

    Outline(Components components) {
        this.components = components;
    }

    /**
     * The corners, clockwise, each given once, in pixel edges: the frame's corners are (0, 0) and (width, height).
     *
     * @param x column of the component's first pixel in reading order
     * @param y its row
     */
    List<Point> around(int x, int y) {
        List<Point> corners = new ArrayList<>();
        corners.add(new Point(x, y));
        int direction = 0;
        int atX = x + 1;
        int atY = y;
        while (atX != x || atY != y) {
            int turned = turn(atX, atY, direction);
            if (turned != direction) {
                corners.add(new Point(atX, atY));
            }
            direction = turned;
            atX += STEP_X[direction];
            atY += STEP_Y[direction];
        }
        return corners;
    }

    private int turn(int x, int y, int direction) {
        int right = (direction + 1) % 4;
        if (components.contains(x + LEFT_X[direction], y + LEFT_Y[direction])) {
            return (direction + 3) % 4;
        }
        // The pixel ahead on the right hand is the one on the left hand after a right turn.
        return components.contains(x + LEFT_X[right], y + LEFT_Y[right]) ? direction : right;
    }
}
