package io.fleck.core.detect;

import io.fleck.core.image.Rectangle;

/** What is summed up over the runs of one component. */
final class Measures {
    private final int top;
    private final int firstColumn;
    private int bottom;
    private int left;
    private int right;
    private long area;
    private double sum;
    private double peak = Double.NEGATIVE_INFINITY;

    /** Starts with the component's first pixel in reading order. */
    Measures(int x, int y) {
        this.top = y;
        this.firstColumn = x;
        this.left = x;
        this.right = x;
    }

    void extend(int row, int from, int to) {
        bottom = row + 1;
        left = Math.min(left, from);
        right = Math.max(right, to);
        area += to - from;
    }

    void add(double score) {
        sum += score;
        raisePeak(score);
    }

    void raisePeak(double score) {
        peak = Math.max(peak, score);
    }

    Region region(Components components) {
        Rectangle bounds = new Rectangle(left, top, right - left, bottom - top);
        return new Region(bounds, area, peak, sum / area, new Outline(components).around(firstColumn, top));
    }
}
