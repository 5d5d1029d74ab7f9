package io.fleck.core.image;

import java.nio.ByteBuffer;

/**
 * A picture as it arrived. The buffer is read through duplicates: its position stays where it is.
 *
 * @param format encoding of the bytes
 * @param width pixels a row of a raw format; 0 for a file format
 * @param height rows of a raw format; 0 for a file format
 * @param stride bytes from row to row of a raw format; 0 means no padding
 * @param bytes the picture, from position to limit
 */
public record EncodedImage(PixelFormat format, int width, int height, int stride, ByteBuffer bytes) {
    /** Refuses negative sizes; whether the bytes suffice is for the decoder to say. */
    public EncodedImage {
        if (width < 0 || height < 0 || stride < 0) {
            throw new IllegalArgumentException(
                    "width " + width + ", height " + height + " and stride " + stride + " must not be negative");
        }
    }

    /** A JPEG or PNG file. */
    public static EncodedImage file(PixelFormat format, ByteBuffer bytes) {
        return new EncodedImage(format, 0, 0, 0, bytes);
    }
}
