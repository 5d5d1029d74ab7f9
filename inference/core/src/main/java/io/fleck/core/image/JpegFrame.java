package io.fleck.core.image;

import io.fleck.core.image.DecodeException.Reason;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * The frame header of a JPEG file (ITU-T T.81, B.2.2).
 *
 * @param width pixels a row
 * @param height rows
 * @param components 1 (grey) or 3
 * @param namedRgb whether the components are named R, G and B
 */
record JpegFrame(int width, int height, int components, boolean namedRgb) {
    private static final int BASELINE = 0xC0;
    private static final int PROGRESSIVE = 0xC2;

    /** The markers C0 to CF but those of tables (C4, CC) and extensions (C8) start a frame. */
    private static final Map<Integer, String> NOT_READ = Map.ofEntries(
            Map.entry(0xC3, "lossless"),
            Map.entry(0xC5, "hierarchical"),
            Map.entry(0xC6, "hierarchical"),
            Map.entry(0xC7, "hierarchical"),
            Map.entry(0xC9, "arithmetically coded"),
            Map.entry(0xCA, "arithmetically coded"),
            Map.entry(0xCB, "arithmetically coded"),
            Map.entry(0xCD, "hierarchical"),
            Map.entry(0xCE, "hierarchical"),
            Map.entry(0xCF, "hierarchical"));

    /** Whether a marker starts a frame. */
    static boolean startsWith(int marker) {
        return (marker >= BASELINE && marker <= PROGRESSIVE) || NOT_READ.containsKey(marker);
    }

    /** Reads the header that follows its marker and length. */
    static JpegFrame read(int marker, ByteBuffer header) {
        String process = NOT_READ.get(marker);
        if (process != null) {
            throw unsupported(process + "; baseline and progressive ones are read");
        }
        if (header.remaining() < 6 || header.remaining() != 6 + 3 * (header.get(5) & 0xFF)) {
            throw new DecodeException(
                    Reason.MALFORMED, "JPEG file whose frame header has " + header.remaining() + " bytes");
        }
        int bits = header.get(0) & 0xFF;
        if (bits != 8) {
            throw unsupported("of " + bits + " bits a sample; 8 are read");
        }
        return sized(header);
    }

    private static JpegFrame sized(ByteBuffer header) {
        int height = header.getShort(1) & 0xFFFF;
        int width = header.getShort(3) & 0xFFFF;
        if (width == 0 || height == 0) {
            throw new DecodeException(
                    Reason.MALFORMED, "JPEG file of " + width + " x " + height + " pixels; both must be at least 1");
        }
        int components = header.get(5) & 0xFF;
        if (components != 1 && components != 3) {
            throw unsupported(
                    components == 4
                            ? "in CMYK; grey and RGB are read"
                            : "of " + components + " components; 1 and 3 are read");
        }
        return new JpegFrame(
                width, height, components, components == 3 && names(header).equals("RGB"));
    }

    private static String names(ByteBuffer header) {
        return "" + (char) header.get(6) + (char) header.get(9) + (char) header.get(12);
    }

    private static DecodeException unsupported(String what) {
        return new DecodeException(Reason.UNSUPPORTED, "JPEG file " + what);
    }
}
