package io.fleck.fitting.stress;

import io.fleck.core.image.Image;

/** Pictures from the levels of pictures. */
final class Levels {
    private Levels() {}

    /** A level from a level; clipped to 0 to 255 and rounded by the caller. */
    @FunctionalInterface
    interface Change {
        double of(int pixel, int channel, int level);
    }

    static Image map(Image image, Change change) {
        byte[] pixels = new byte[image.pixels().length];
        int channels = image.channels();
        for (int i = 0; i < pixels.length; i++) {
            double level = change.of(i / channels, i % channels, Byte.toUnsignedInt(image.pixels()[i]));
            pixels[i] = (byte) Math.round(Math.min(Math.max(level, 0), 255));
        }
        return new Image(image.width(), image.height(), channels, pixels);
    }

    /** Moved to the right and down; what comes in is the edge again and again. */
    static Image shifted(Image image, int right, int down) {
        return map(image, (pixel, channel, level) -> {
            int x = Math.min(Math.max(pixel % image.width() - right, 0), image.width() - 1);
            int y = Math.min(Math.max(pixel / image.width() - down, 0), image.height() - 1);
            return Byte.toUnsignedInt(image.pixels()[(y * image.width() + x) * image.channels() + channel]);
        });
    }
}
