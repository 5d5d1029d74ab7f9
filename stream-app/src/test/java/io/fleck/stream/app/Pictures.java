package io.fleck.stream.app;

import io.fleck.core.image.Image;
import io.fleck.core.render.ImageFiles;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/** Seeded grey pictures, with or without a bright spot. */
final class Pictures {
    static final int WIDTH = 160;
    static final int HEIGHT = 96;

    private Pictures() {}

    /** Grey noise around 100 of 255; a spot of 255 covers a block of the model's grid where wanted. */
    static Image picture(long seed, boolean spot) {
        Random random = new Random(seed);
        byte[] pixels = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (90 + random.nextInt(20));
        }
        if (spot) {
            for (int y = 20; y < 60; y++) {
                Arrays.fill(pixels, y * WIDTH + 50, y * WIDTH + 110, (byte) 255);
            }
        }
        return new Image(WIDTH, HEIGHT, 1, pixels);
    }

    static byte[] jpeg(long seed, boolean spot) {
        return ImageFiles.jpeg(picture(seed, spot), 0.95);
    }

    static byte[] png(long seed, boolean spot) {
        return ImageFiles.png(picture(seed, spot));
    }

    /** The first bytes of a PNG file that says it is that large, and no pixels. */
    static byte[] pngHeader(int width, int height) {
        byte[] signatureAndLength = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put(new byte[] {'I', 'H', 'D', 'R'}).putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0});
        CRC32 checksum = new CRC32();
        checksum.update(header.array());
        return ByteBuffer.allocate(33)
                .put(signatureAndLength)
                .put(header.array())
                .putInt((int) checksum.getValue())
                .array();
    }
}
