package io.fleck.core.render;

import io.fleck.core.detect.Masks;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.Image;
import io.fleck.core.image.Rectangle;

/**
 * A frame as an operator wants to see it: small, with its heat map, and an outline around what is above the threshold.
 *
 * @param thumbnails makes it small
 * @param heatMap colours and opacity
 * @param outline line around what is above the threshold
 */
public record Overlay(Thumbnails thumbnails, HeatMap heatMap, Outline outline) {
    /** The usual colours. */
    public Overlay(Thumbnails thumbnails) {
        this(thumbnails, HeatMap.DEFAULT, Outline.FOUND);
    }

    /**
     * Draws a frame.
     *
     * @param frame grey or RGB
     * @param area part of the frame that the map covers, in its pixels
     * @param map the scores
     * @param threshold scores strictly above are outlined
     * @param longerSide most pixels of the result's longer side
     * @return RGB
     */
    public Image of(Image frame, Rectangle area, ScoreMap map, double threshold, int longerSide) {
        Image small = thumbnails.of(frame, longerSide);
        Rectangle covered = Thumbnails.scaled(area, frame, small);
        Image heated = heatMap.over(small, covered, map, HeatScale.around(threshold, map));
        if (!(map.maximum() > threshold)) {
            return heated;
        }
        return outline.over(heated, Masks.of(map, threshold, covered, heated.width(), heated.height()));
    }
}
