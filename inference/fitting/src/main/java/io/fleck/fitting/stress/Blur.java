package io.fleck.fitting.stress;

import io.fleck.core.image.Image;

/** Means over a row or a column of pixels, edges repeated; running sums, so that the width costs nothing. */
final class Blur {
    private Blur() {}

    static Image horizontal(Image image, int radius) {
        byte[] pixels = new byte[image.pixels().length];
        for (int y = 0; y < image.height(); y++) {
            for (int channel = 0; channel < image.channels(); channel++) {
                int first = y * image.width() * image.channels() + channel;
                line(image.pixels(), pixels, first, image.channels(), image.width(), radius);
            }
        }
        return new Image(image.width(), image.height(), image.channels(), pixels);
    }

    static Image vertical(Image image, int radius) {
        byte[] pixels = new byte[image.pixels().length];
        int row = image.width() * image.channels();
        for (int column = 0; column < row; column++) {
            line(image.pixels(), pixels, column, row, image.height(), radius);
        }
        return new Image(image.width(), image.height(), image.channels(), pixels);
    }

    private static void line(byte[] from, byte[] to, int first, int step, int count, int radius) {
        int sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += level(from, first, step, count, i);
        }
        int width = 2 * radius + 1;
        for (int i = 0; i < count; i++) {
            to[first + i * step] = (byte) ((sum + radius) / width);
            sum += level(from, first, step, count, i + radius + 1) - level(from, first, step, count, i - radius);
        }
    }

    private static int level(byte[] from, int first, int step, int count, int place) {
        return Byte.toUnsignedInt(from[first + Math.min(Math.max(place, 0), count - 1) * step]);
    }
}
