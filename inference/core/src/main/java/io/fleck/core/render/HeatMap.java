package io.fleck.core.render;

import io.fleck.core.detect.BilinearMap;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.Image;
import io.fleck.core.image.Rectangle;

/**
 * Score maps as colour over pictures. Low scores leave the part visible, high ones cover it: opacity grows with the score
 * up to the middle of the scale and stays from there on.
 *
 * @param colours colour of each score
 * @param opacity of the upper half of the scale, above 0 and at most 1
 */
public record HeatMap(ColourMap colours, double opacity) {
    /** Inferno, half opaque. */
    public static final HeatMap DEFAULT = new HeatMap(ColourMap.INFERNO, 0.5);

    /** Checks the opacity. */
    public HeatMap {
        if (!(opacity > 0 && opacity <= 1)) {
            throw new IllegalArgumentException("heat map with opacity " + opacity + "; allowed is above 0 to 1");
        }
    }

    /**
     * Draws a map over a picture, interpolated bilinearly.
     *
     * @param picture grey or RGB
     * @param area part of the picture that the map covers, in its pixels
     * @param map the scores
     * @param scale which scores are shown
     * @return a new picture, RGB
     */
    public Image over(Image picture, Rectangle area, ScoreMap map, HeatScale scale) {
        if (!area.fitsInto(picture.width(), picture.height())) {
            throw new IllegalArgumentException(
                    area + " does not lie within a picture of " + picture.width() + " x " + picture.height());
        }
        byte[] rgb = Rgb.copyOf(picture);
        BilinearMap scores = new BilinearMap(map, area.width(), area.height());
        float[] row = new float[area.width()];
        for (int y = 0; y < area.height(); y++) {
            scores.row(y, row);
            blend(rgb, 3 * ((area.y() + y) * picture.width() + area.x()), row, scale);
        }
        return new Image(picture.width(), picture.height(), 3, rgb);
    }

    private void blend(byte[] rgb, int start, float[] scores, HeatScale scale) {
        int at = start;
        for (float score : scores) {
            int level = scale.level(score);
            int colour = colours.colour(level);
            double part = opacity * Math.min(1, level / 128.0);
            rgb[at] = Rgb.mix(rgb[at], colour >> 16, part);
            rgb[at + 1] = Rgb.mix(rgb[at + 1], colour >> 8, part);
            rgb[at + 2] = Rgb.mix(rgb[at + 2], colour, part);
            at += 3;
        }
    }
}
