package io.fleck.core.image;

/**
 * A decoded picture: 8 bits a sample, rows without padding, from the top left, RGB interleaved when it has colour.
 *
 * <p>The pixels are not copied: whoever builds an image gives them up, whoever reads one leaves them alone.
 *
 * @param width pixels a row, at least 1
 * @param height rows, at least 1
 * @param channels 1 (grey) or 3 (RGB)
 * @param pixels {@code width * height * channels} samples
 */
@SuppressWarnings("ArrayRecordComponent") // a pixel buffer, compared by nobody
public record Image(int width, int height, int channels, byte[] pixels) {
    /** Checks that the sizes belong together. */
    public Image {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "image of " + width + " x " + height + " pixels; both must be at least 1");
        }
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("image with " + channels + " channels; allowed are 1 and 3");
        }
        long expected = (long) width * height * channels;
        if (pixels.length != expected) {
            throw new IllegalArgumentException("image of " + width + " x " + height + " x " + channels + " needs "
                    + expected + " bytes, got " + pixels.length);
        }
    }
}
