package io.fleck.core.render;

import io.fleck.core.detect.Mask;
import io.fleck.core.image.Image;
import java.util.Arrays;

/**
 * Contours of masks over pictures.
 *
 * @param colour of the line as {@code 0xRRGGBB}
 */
public record Outline(int colour) {
    /** For what was found. */
    public static final Outline FOUND = new Outline(0xFFFFFF);

    /** For what is known to be there. */
    public static final Outline TRUTH = new Outline(0x00FF66);

    /** One pixel of line for every so many of the picture's longer side. */
    private static final int PIXELS_PER_LINE_WIDTH = 400;

    /**
     * Draws the edge of a mask, from within, also along the picture's border; a dark line outside sets it off.
     *
     * @param picture grey or RGB
     * @param mask of the picture's size
     * @return a new picture, RGB
     */
    public Image over(Image picture, Mask mask) {
        if (mask.width() != picture.width() || mask.height() != picture.height()) {
            throw new IllegalArgumentException("mask of " + mask.width() + " x " + mask.height()
                    + " pixels over a picture of " + picture.width() + " x " + picture.height());
        }
        int lineWidth = 1 + Math.max(picture.width(), picture.height()) / PIXELS_PER_LINE_WIDTH;
        byte[] rgb = Rgb.copyOf(picture);
        boolean[] inside = inside(mask);
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                draw(rgb, inside, mask, x, y, lineWidth);
            }
        }
        return new Image(picture.width(), picture.height(), 3, rgb);
    }

    private void draw(byte[] rgb, boolean[] inside, Mask mask, int x, int y, int lineWidth) {
        int pixel = y * mask.width() + x;
        if (inside[pixel]) {
            if (meets(false, inside, mask, x, y, lineWidth)) {
                paint(rgb, 3 * pixel, colour, 1);
            }
        } else if (meets(true, inside, mask, x, y, lineWidth)) {
            paint(rgb, 3 * pixel, 0, 0.6);
        }
    }

    /** Whether a pixel of the other kind is within the line's width to any of four sides; beyond the picture is outside. */
    private static boolean meets(boolean kind, boolean[] inside, Mask mask, int x, int y, int lineWidth) {
        for (int step = 1; step <= lineWidth; step++) {
            if (at(inside, mask, x - step, y) == kind
                    || at(inside, mask, x + step, y) == kind
                    || at(inside, mask, x, y - step) == kind
                    || at(inside, mask, x, y + step) == kind) {
                return true;
            }
        }
        return false;
    }

    private static boolean at(boolean[] inside, Mask mask, int x, int y) {
        return x >= 0 && y >= 0 && x < mask.width() && y < mask.height() && inside[y * mask.width() + x];
    }

    private static void paint(byte[] rgb, int at, int colour, double part) {
        rgb[at] = Rgb.mix(rgb[at], colour >> 16, part);
        rgb[at + 1] = Rgb.mix(rgb[at + 1], colour >> 8, part);
        rgb[at + 2] = Rgb.mix(rgb[at + 2], colour, part);
    }

    private static boolean[] inside(Mask mask) {
        boolean[] inside = new boolean[Math.multiplyExact(mask.width(), mask.height())];
        int at = 0;
        boolean value = false;
        for (int run : mask.runs()) {
            Arrays.fill(inside, at, at + run, value);
            at += run;
            value = !value;
        }
        return inside;
    }
}
