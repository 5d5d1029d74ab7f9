package io.fleck.core.image.sample;

/**
 * Full colour from a Bayer mosaic by bilinear interpolation: each missing colour is the mean of its two or four nearest
 * samples, rounded half up. Beyond the border the picture is mirrored at its outermost row and column, which keeps every
 * colour in its place.
 */
public final class Demosaic {
    private final byte[] mosaic;
    private final int width;
    private final int height;
    private final byte[] rgb;

    private Demosaic(byte[] mosaic, int width, int height) {
        this.mosaic = mosaic;
        this.width = width;
        this.height = height;
        this.rgb = new byte[mosaic.length * 3];
    }

    /**
     * Interpolates a whole picture.
     *
     * @param mosaic one sample a pixel, row by row
     * @param width at least 2
     * @param height at least 2
     * @param pattern any but NONE
     * @return RGB, three samples a pixel
     */
    public static byte[] bilinear(byte[] mosaic, int width, int height, BayerPattern pattern) {
        Demosaic demosaic = new Demosaic(mosaic, width, height);
        for (int y = 0; y < height; y++) {
            demosaic.row(y, pattern);
        }
        return demosaic.rgb;
    }

    /** A red row holds red and green samples, a blue row green and blue ones; both are alike but for the channel. */
    private void row(int y, BayerPattern pattern) {
        boolean redRow = (y & 1) == pattern.redRow();
        int own = redRow ? 0 : 2;
        int firstOwn = redRow ? pattern.redColumn() : 1 - pattern.redColumn();
        int above = mirrored(y - 1, height) * width;
        int here = y * width;
        int below = mirrored(y + 1, height) * width;
        for (int x = 0; x < width; x++) {
            int left = x == 0 ? 1 : x - 1;
            int right = x == width - 1 ? width - 2 : x + 1;
            if ((x & 1) == firstOwn) {
                atOwn(3 * (here + x), own, above, here, below, left, x, right);
            } else {
                atGreen(3 * (here + x), own, above, here, below, left, x, right);
            }
        }
    }

    private static int mirrored(int index, int size) {
        return index < 0 ? 1 : index == size ? size - 2 : index;
    }

    private void atOwn(int to, int own, int above, int here, int below, int left, int x, int right) {
        rgb[to + own] = mosaic[here + x];
        rgb[to + 1] = (byte) ((at(above + x) + at(below + x) + at(here + left) + at(here + right) + 2) >> 2);
        rgb[to + 2 - own] =
                (byte) ((at(above + left) + at(above + right) + at(below + left) + at(below + right) + 2) >> 2);
    }

    private void atGreen(int to, int own, int above, int here, int below, int left, int x, int right) {
        rgb[to + own] = (byte) ((at(here + left) + at(here + right) + 1) >> 1);
        rgb[to + 1] = mosaic[here + x];
        rgb[to + 2 - own] = (byte) ((at(above + x) + at(below + x) + 1) >> 1);
    }

    private int at(int index) {
        return mosaic[index] & 0xFF;
    }
}
