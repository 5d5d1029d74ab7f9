package io.fleck.core.render;

import io.fleck.core.image.Image;

/** Samples of colour pictures. */
final class Rgb {
    private Rgb() {}

    /** The pixels as RGB, free to be drawn on. */
    static byte[] copyOf(Image picture) {
        if (picture.channels() == 3) {
            return picture.pixels().clone();
        }
        byte[] grey = picture.pixels();
        byte[] rgb = new byte[Math.multiplyExact(grey.length, 3)];
        for (int i = 0, to = 0; i < grey.length; i++, to += 3) {
            rgb[to] = grey[i];
            rgb[to + 1] = grey[i];
            rgb[to + 2] = grey[i];
        }
        return rgb;
    }

    /** A sample brought towards the lowest eight bits of {@code target}. */
    static byte mix(byte sample, int target, double part) {
        int from = sample & 0xFF;
        return (byte) Math.round(from + ((target & 0xFF) - from) * part);
    }
}
