package io.fleck.fitting.synthetic.damage;

import io.fleck.core.image.Image;

/**
 * A picture with a defect that was drawn into it.
 *
 * @param image the picture
 * @param mask 255 on exactly the pixels that differ from the good picture, 0 elsewhere, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // a pixel buffer, compared by nobody
public record Damaged(Image image, byte[] mask) {
    /** The mask as a grey picture. */
    public Image maskImage() {
        return new Image(image.width(), image.height(), 1, mask);
    }

    /** Number of pixels that differ. */
    public int area() {
        int area = 0;
        for (byte pixel : mask) {
            area += pixel == 0 ? 0 : 1;
        }
        return area;
    }

    /** Draws over a good picture. */
    static Damaged of(Image good, Overlay overlay) {
        int channels = good.channels();
        byte[] pixels = good.pixels().clone();
        byte[] mask = new byte[good.width() * good.height()];
        for (int pixel = 0; pixel < mask.length; pixel++) {
            int x = pixel % good.width();
            int y = pixel / good.width();
            double opacity = overlay.opacity(x, y);
            for (int channel = 0; opacity > 0 && channel < channels; channel++) {
                int index = pixel * channels + channel;
                int before = Byte.toUnsignedInt(pixels[index]);
                int after = level(before + opacity * (overlay.level(x, y, channel) - before));
                pixels[index] = (byte) after;
                mask[pixel] |= (byte) (after == before ? 0 : 255);
            }
        }
        return new Damaged(new Image(good.width(), good.height(), channels, pixels), mask);
    }

    private static int level(double value) {
        return (int) Math.round(Math.min(Math.max(value, 0), 255));
    }

    /** What is drawn over a picture. */
    interface Overlay {
        /** How much of the pixel it covers, 0 to 1. */
        double opacity(int x, int y);

        /** Its own level there, 0 to 255. */
        double level(int x, int y, int channel);
    }
}
