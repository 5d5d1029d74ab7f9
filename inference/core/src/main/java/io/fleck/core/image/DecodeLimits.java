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

    /** Checks that both are positive. */
    public DecodeLimits {
        if (maxBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException(
                    "decode limits of " + maxBytes + " bytes and " + maxPixels + " pixels; both must be at least 1");
        }
    }
}
