package io.fleck.core.image;

import io.fleck.core.image.DecodeException.Reason;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;

/**
 * The header chunk of a PNG file (PNG specification, section 11.2.2).
 *
 * @param width pixels a row
 * @param height rows
 * @param bits bits a sample: 1, 2, 4, 8 or 16
 * @param colour what the samples mean
 */
record PngHeader(int width, int height, int bits, Colour colour) {
    /** What the samples mean. */
    enum Colour {
        /** One sample. */
        GREY(1, 1),
        /** Three samples. */
        RGB(3, 3),
        /** An index into the palette. */
        PALETTE(1, 3),
        /** Grey and opacity. */
        GREY_ALPHA(2, 1),
        /** RGB and opacity. */
        RGB_ALPHA(4, 3);

        private final int samples;
        private final int channels;

        Colour(int samples, int channels) {
            this.samples = samples;
            this.channels = channels;
        }

        /** Samples a pixel in the file. */
        int samples() {
            return samples;
        }

        /** Channels of the decoded picture. */
        int channels() {
            return channels;
        }
    }

    private static final int LENGTH = 13;

    private static final Map<Integer, Colour> COLOURS = Map.of(
            0, Colour.GREY, //
            2, Colour.RGB,
            3, Colour.PALETTE,
            4, Colour.GREY_ALPHA,
            6, Colour.RGB_ALPHA);

    private static final Map<Colour, Set<Integer>> BITS = Map.of(
            Colour.GREY, Set.of(1, 2, 4, 8, 16),
            Colour.RGB, Set.of(8, 16),
            Colour.PALETTE, Set.of(1, 2, 4, 8),
            Colour.GREY_ALPHA, Set.of(8, 16),
            Colour.RGB_ALPHA, Set.of(8, 16));

    /** Reads the chunk's content. */
    static PngHeader read(ByteBuffer chunk) {
        if (chunk.limit() != LENGTH) {
            throw malformed("has " + chunk.limit() + " bytes");
        }
        int width = chunk.getInt(0);
        int height = chunk.getInt(4);
        if (width < 1 || height < 1) {
            throw malformed("says " + width + " x " + height + " pixels");
        }
        int bits = chunk.get(8);
        Colour colour = COLOURS.get((int) chunk.get(9));
        if (colour == null || !BITS.getOrDefault(colour, Set.of()).contains(bits)) {
            throw malformed("says colour type " + chunk.get(9) + " with " + bits + " bits");
        }
        if (chunk.get(10) != 0 || chunk.get(11) != 0 || (chunk.get(12) & 0xFE) != 0) {
            throw malformed("names a compression, filter or interlace method that does not exist");
        }
        return new PngHeader(width, height, bits, colour);
    }

    private static DecodeException malformed(String what) {
        return new DecodeException(Reason.MALFORMED, "PNG file whose header " + what);
    }
}
