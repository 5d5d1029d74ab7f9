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
        int here = y * width;
        // Distances to the rows above and below; at the border both are the same row.
        int above = (y == 0 ? 1 : -1) * width;
        int below = (y == height - 1 ? -1 : 1) * width;
        for (int x = 2 - firstOwn; x < width - 1; x += 2) {
            atOwn(here + x, own, above, below, -1, 1);
        }
        for (int x = 1 + firstOwn; x < width - 1; x += 2) {
            atGreen(here + x, own, above, below, -1, 1);
        }
        border(here, firstOwn == 0, own, above, below, 1);
        border(here + width - 1, ((width - 1) & 1) == firstOwn, own, above, below, -1);
    }

    private void border(int at, boolean isOwn, int own, int above, int below, int inwards) {
        if (isOwn) {
            atOwn(at, own, above, below, inwards, inwards);
        } else {
            atGreen(at, own, above, below, inwards, inwards);
        }
    }

    private void atOwn(int at, int own, int above, int below, int left, int right) {
        int cross = sample(at + above) + sample(at + below) + sample(at + left) + sample(at + right);
        int corners = sample(at + above + left)
                + sample(at + above + right)
                + sample(at + below + left)
                + sample(at + below + right);
        rgb[3 * at + own] = mosaic[at];
        rgb[3 * at + 1] = (byte) ((cross + 2) >> 2);
        rgb[3 * at + 2 - own] = (byte) ((corners + 2) >> 2);
    }

    private void atGreen(int at, int own, int above, int below, int left, int right) {
        rgb[3 * at + own] = (byte) ((sample(at + left) + sample(at + right) + 1) >> 1);
        rgb[3 * at + 1] = mosaic[at];
        rgb[3 * at + 2 - own] = (byte) ((sample(at + above) + sample(at + below) + 1) >> 1);
    }

    private int sample(int index) {
        return mosaic[index] & 0xFF;
    }
}
