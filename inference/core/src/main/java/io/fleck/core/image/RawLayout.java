package io.fleck.core.image;

import io.fleck.core.image.DecodeException.Reason;

/**
 * Where the rows of a raw frame lie among its bytes.
 *
 * @param width pixels a row
 * @param height rows
 * @param stride bytes from row to row
 * @param rowBytes bytes of a row's pixels
 */
record RawLayout(int width, int height, int stride, int rowBytes) {
    /**
     * Checks sizes against the bytes. The last row may lack its padding. Surplus bytes are refused as well: they come
     * from a wrong width, height or format, which would otherwise be inspected as noise.
     */
    static RawLayout of(EncodedImage encoded, DecodeLimits limits) {
        if (encoded.width() < 1 || encoded.height() < 1) {
            throw malformed(encoded, "raw frames need a width and a height of at least 1");
        }
        if (encoded.format().bayer() && (encoded.width() < 2 || encoded.height() < 2)) {
            throw malformed(encoded, "mosaics have at least 2 x 2 pixels");
        }
        limits.checkPixels(encoded.width(), encoded.height());
        long rowBytes = (long) encoded.width() * encoded.format().bytesPerPixel();
        long stride = encoded.stride() == 0 ? rowBytes : encoded.stride();
        if (stride < rowBytes) {
            throw malformed(encoded, "a row has " + rowBytes + " bytes, more than its stride");
        }
        checkBytes(encoded, stride * (encoded.height() - 1) + rowBytes, stride * encoded.height());
        return new RawLayout(encoded.width(), encoded.height(), Math.toIntExact(stride), Math.toIntExact(rowBytes));
    }

    private static void checkBytes(EncodedImage encoded, long least, long most) {
        long bytes = encoded.bytes().remaining();
        if (bytes < least) {
            throw refused(Reason.TRUNCATED, encoded, "needs " + least + " bytes, got " + bytes);
        }
        if (bytes > most) {
            throw malformed(encoded, "has at most " + most + " bytes, got " + bytes);
        }
    }

    private static DecodeException malformed(EncodedImage encoded, String what) {
        return refused(Reason.MALFORMED, encoded, what);
    }

    private static DecodeException refused(Reason reason, EncodedImage encoded, String what) {
        return new DecodeException(
                reason,
                encoded.format().pfncName() + " frame of " + encoded.width() + " x " + encoded.height()
                        + " pixels, stride " + encoded.stride() + ": " + what);
    }
}
