package io.fleck.load.bench.traffic;

import io.fleck.core.image.Image;
import io.fleck.core.render.ImageFiles;
import java.util.Arrays;

/** Small grey pictures as files. */
public final class SamplePictures {
    /** Pixels a row. */
    public static final int WIDTH = 96;

    private static final int HEIGHT = 80;

    private SamplePictures() {}

    /** A PNG file of one brightness, 0 to 255. */
    public static byte[] png(int brightness) {
        return ImageFiles.png(image(brightness));
    }

    /** A JPEG file of one brightness, 0 to 255. */
    public static byte[] jpeg(int brightness) {
        return ImageFiles.jpeg(image(brightness), 0.9);
    }

    private static Image image(int brightness) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) brightness);
        return new Image(WIDTH, HEIGHT, 1, pixels);
    }
}
