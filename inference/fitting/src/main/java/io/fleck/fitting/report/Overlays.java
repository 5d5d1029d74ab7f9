package io.fleck.fitting.report;

import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.Image;
import io.fleck.core.image.Rectangle;
import io.fleck.core.image.Resizer;
import io.fleck.core.render.HeatMap;
import io.fleck.core.render.HeatScale;
import io.fleck.core.render.Overlay;
import io.fleck.core.render.Thumbnails;

/** Frames with their heat maps, whole frames inspected. Safe for use by several threads. */
public final class Overlays {
    private final Thumbnails thumbnails = new Thumbnails(new Resizer());
    private final Overlay overlay = new Overlay(thumbnails);

    /**
     * A frame with its heat map; what is above the threshold is outlined.
     *
     * @param frame grey or RGB
     * @param map scores over the whole frame
     * @param threshold the middle of the colours; where it is infinite (a model that was never calibrated) they span the
     *     map's own scores and nothing is outlined
     * @param longerSide most pixels of the result's longer side
     * @return RGB
     */
    public Image of(Image frame, ScoreMap map, double threshold, int longerSide) {
        if (Double.isFinite(threshold)) {
            return overlay.of(frame, whole(frame), map, threshold, longerSide);
        }
        Image small = small(frame, longerSide);
        double low = map.minimum();
        return HeatMap.DEFAULT.over(small, whole(small), map, new HeatScale(low, Math.max(map.maximum(), low + 1e-6)));
    }

    /** The frame alone, at the same size. */
    Image small(Image frame, int longerSide) {
        return thumbnails.of(frame, longerSide);
    }

    static Rectangle whole(Image image) {
        return new Rectangle(0, 0, image.width(), image.height());
    }
}
