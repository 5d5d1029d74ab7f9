package io.fleck.core.detect;

import io.fleck.core.image.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** From a score map to the pixels and regions of the frame that are anomalous. */
public final class Masks {
    private Masks() {}

    /**
     * Pixels of the frame whose score is strictly above a threshold.
     *
     * <p>The map is interpolated bilinearly over the region of interest. Where interpolation cuts the top off a cell
     * above the threshold, the pixel nearest to the cell's centre counts as inside; so the mask is never empty when the
     * map's maximum exceeds the threshold, and no anomalous cell goes unmarked.
     *
     * @param map scores over the region of interest
     * @param threshold in the map's unit
     * @param regionOfInterest part of the frame that the map covers, within the frame
     * @param frameWidth pixels a row of the frame
     * @param frameHeight rows of the frame
     */
    public static Mask of(ScoreMap map, double threshold, Rectangle regionOfInterest, int frameWidth, int frameHeight) {
        if (!regionOfInterest.fitsInto(frameWidth, frameHeight)) {
            throw new IllegalArgumentException(
                    regionOfInterest + " does not lie within a frame of " + frameWidth + " x " + frameHeight);
        }
        RunLengths runs = new RunLengths();
        runs.append(false, Math.multiplyExact(regionOfInterest.y(), frameWidth));
        new Thresholded(map, threshold, regionOfInterest, frameWidth).appendTo(runs);
        int below = frameHeight - regionOfInterest.y() - regionOfInterest.height();
        runs.append(false, Math.multiplyExact(below, frameWidth));
        return runs.mask(frameWidth, frameHeight);
    }

    /**
     * A mask drawn pixel by pixel, for ground truth.
     *
     * @param width pixels a row, at least 1
     * @param height rows, at least 1
     * @param inside whether the pixel at {@code y * width + x} is inside
     */
    public static Mask where(int width, int height, IntPredicate inside) {
        RunLengths runs = new RunLengths();
        int pixels = Math.multiplyExact(width, height);
        for (int pixel = 0; pixel < pixels; pixel++) {
            runs.append(inside.test(pixel), 1);
        }
        return runs.mask(width, height);
    }

    /**
     * The 8-connected components of a mask, the highest peak first (then the larger, then the upper, then the left).
     *
     * <p>Scores are those of the map interpolated at the pixels; a cell of the map whose nearest pixel lies in a region
     * counts for the region's peak as well, so the first peak is the map's maximum.
     *
     * @param mask a mask at the frame's size, from {@link #of} or drawn by hand
     * @param map scores over the region of interest
     * @param regionOfInterest part of the frame that the map covers; pixels of the mask outside it take the score of
     *     its nearest edge
     */
    public static List<Region> regions(Mask mask, ScoreMap map, Rectangle regionOfInterest) {
        return new RegionFinder(
                        new Components(mask),
                        new BilinearMap(map, regionOfInterest.width(), regionOfInterest.height()),
                        map,
                        regionOfInterest)
                .regions();
    }

    /**
     * Number of the 8-connected component that each pixel belongs to.
     *
     * @return {@code width * height} numbers, row by row: 0 outside, from 1 on inside
     */
    public static int[] labels(Mask mask) {
        Components components = new Components(mask);
        int[] labels = new int[Math.multiplyExact(mask.width(), mask.height())];
        for (int run = 0; run < components.runs(); run++) {
            int from = components.row(run) * mask.width() + components.from(run);
            int to = components.row(run) * mask.width() + components.to(run);
            Arrays.fill(labels, from, to, components.component(run) + 1);
        }
        return labels;
    }
}
