package io.fleck.core.image;

/**
 * What a decoder may be made to allocate. Checked against the header, before any pixel is read.
 *
 * @param maxBytes largest encoded picture
 * @param maxPixels most pixels a picture may have
 */
public record DecodeLimits(long maxBytes, long maxPixels) {
    /** 16 MiB encoded and 64 megapixels. */
    public static final DecodeLimits DEFAULT = new DecodeLimits(16L << 20, 64_000_000L);

    private static final long MOST_RGB_PIXELS = (Integer.MAX_VALUE - 8) / 3;

    /** Checks that both are positive. */
    public DecodeLimits {
        if (maxBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException(
                    "decode limits of " + maxBytes + " bytes and " + maxPixels + " pixels; both must be at least 1");
        }
    }

    /** Refuses an encoded picture of more bytes than allowed. */
    void checkBytes(long bytes) {
        if (bytes > maxBytes) {
            throw new DecodeException(
                    DecodeException.Reason.TOO_LARGE, "picture of " + bytes + " bytes; at most " + maxBytes);
        }
    }

    /** Refuses a picture of more pixels than allowed, or of more than fit into one array. */
    void checkPixels(long width, long height) {
        long most = Math.min(maxPixels, MOST_RGB_PIXELS);
        if (width > most / height) {
            throw new DecodeException(
                    DecodeException.Reason.TOO_LARGE,
                    "picture of " + width + " x " + height + " pixels; at most " + most + " pixels");
        }
    }
}
