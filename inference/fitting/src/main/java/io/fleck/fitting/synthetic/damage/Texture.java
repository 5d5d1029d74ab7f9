package io.fleck.fitting.synthetic.damage;

import io.fleck.core.image.Image;

/**
 * A good picture as a texture: continued beyond its edges by mirroring, brighter or darker.
 *
 * @param image the picture
 * @param gain factor of its levels
 * @param offset added to them
 */
record Texture(Image image, double gain, double offset) {
    /** Level at a place, of the channel there is. */
    double at(double x, double y, int channel) {
        int column = mirrored((int) Math.floor(x), image.width());
        int row = mirrored((int) Math.floor(y), image.height());
        int index = (row * image.width() + column) * image.channels() + Math.min(channel, image.channels() - 1);
        return gain * Byte.toUnsignedInt(image.pixels()[index]) + offset;
    }

    private static int mirrored(int place, int size) {
        int folded = Math.floorMod(place, 2 * size);
        return folded < size ? folded : 2 * size - 1 - folded;
    }
}
