package io.fleck.core.image;

import io.fleck.core.image.DecodeException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The markers of a JPEG file (ITU-T T.81, annex B), walked once from start to end before anything is decoded.
 *
 * <p>The walk finds what a decoder would paint over in silence, above all a file that ends too early. It collects the
 * parts that make pixels; thumbnails, colour profiles, EXIF and comments stay out. The colour space is stated anew,
 * since the JDK's reader otherwise guesses: YCbCr, except where an Adobe segment or the component names R, G, B say RGB.
 */
final class JpegStructure {
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int JFIF = 0xE0;
    private static final int ADOBE = 0xEE;
    /** Huffman tables, quantisation tables, restart interval. */
    private static final Set<Integer> TABLES = Set.of(0xC4, 0xDB, 0xDD);
    /** A progressive file has about ten; each costs a pass over all pixels. */
    private static final int MOST_SCANS = 64;

    private static final String START_AND_JFIF = "ffd8ffe000104a46494600010100000100010000";
    private static final String START_AND_ADOBE_RGB = "ffd8ffee000e41646f626500640000000000";

    private final ByteBuffer file;
    private final DecodeLimits limits;
    private final ByteParts parts;
    private int position = 2;
    private int scans;
    private boolean jfif;
    private boolean adobe;
    private boolean adobeRgb;
    private @Nullable JpegFrame frame;

    private JpegStructure(ByteBuffer file, DecodeLimits limits) {
        this.file = file;
        this.limits = limits;
        this.parts = new ByteParts(file);
    }

    /**
     * The parts of a file that make pixels, a complete JPEG file of their own.
     *
     * @throws DecodeException when it is no JPEG file, is incomplete, too large, or of a kind that is not read
     */
    static List<ByteBuffer> essentials(ByteBuffer bytes, DecodeLimits limits) {
        return new JpegStructure(bytes.slice(), limits).walk();
    }

    private List<ByteBuffer> walk() {
        if (file.limit() < 3 || file.getShort(0) != (short) 0xFFD8 || unsigned(2) != 0xFF) {
            throw malformed("does not start like one");
        }
        for (int marker = nextMarker(); marker != END; marker = nextMarker()) {
            segment(marker);
        }
        if (scans == 0) {
            throw malformed("has no picture in it");
        }
        parts.add(position - 2, position);
        List<ByteBuffer> essentials = new ArrayList<>();
        essentials.add(ByteBuffer.wrap(HexFormat.of().parseHex(rgb() ? START_AND_ADOBE_RGB : START_AND_JFIF)));
        essentials.addAll(parts.all());
        return essentials;
    }

    private boolean rgb() {
        return !jfif && (adobe ? adobeRgb : frame != null && frame.namedRgb());
    }

    /** Moves behind the next marker; any number of fill bytes may stand before it. */
    private int nextMarker() {
        require(position + 2);
        if (unsigned(position) != 0xFF) {
            throw malformed("has no marker at byte " + position);
        }
        while (unsigned(position + 1) == 0xFF) {
            position++;
            require(position + 2);
        }
        position += 2;
        return unsigned(position - 1);
    }

    private void segment(int marker) {
        if (marker <= 1 || (marker >= 0xD0 && marker <= START)) {
            throw malformed("has a stray marker " + Integer.toHexString(marker) + " at byte " + (position - 1));
        }
        require(position + 2);
        int start = position - 2;
        ByteBuffer payload = payload(position + (file.getShort(position) & 0xFFFF));
        position += 2 + payload.limit();
        if (JpegFrame.startsWith(marker)) {
            frame(marker, payload);
        } else if (marker == SCAN) {
            scan();
        } else if (!TABLES.contains(marker)) {
            application(marker, payload);
            return;
        }
        parts.add(start, position);
    }

    private ByteBuffer payload(int end) {
        require(end);
        if (end < position + 2) {
            throw malformed("has a segment of negative length at byte " + position);
        }
        return file.slice(position + 2, end - position - 2);
    }

    private void frame(int marker, ByteBuffer header) {
        if (frame != null) {
            throw malformed("has two frame headers");
        }
        frame = JpegFrame.read(marker, header);
        limits.checkPixels(frame.width(), frame.height());
    }

    /** Within a scan FF is followed by 0 or the number of a restart; anything else ends it. */
    private void scan() {
        if (frame == null) {
            throw malformed("has a scan before its frame header");
        }
        if (++scans > MOST_SCANS) {
            throw new DecodeException(Reason.UNSUPPORTED, "JPEG file of more than " + MOST_SCANS + " scans");
        }
        int last = file.limit() - 1;
        while (position < last && !markerAt(position)) {
            position++;
        }
        require(position + 2);
    }

    private boolean markerAt(int index) {
        if (file.get(index) != (byte) 0xFF) {
            return false;
        }
        int next = unsigned(index + 1);
        return next != 0 && (next < 0xD0 || next > 0xD7);
    }

    private void application(int marker, ByteBuffer payload) {
        if (marker == JFIF && startsWith(payload, "JFIF")) {
            jfif = true;
        } else if (marker == ADOBE && payload.limit() >= 12 && startsWith(payload, "Adobe")) {
            adobe = true;
            adobeRgb = payload.get(11) == 0;
        }
    }

    private static boolean startsWith(ByteBuffer payload, String name) {
        byte[] expected = name.getBytes(StandardCharsets.US_ASCII);
        return payload.limit() >= expected.length
                && payload.slice(0, expected.length).equals(ByteBuffer.wrap(expected));
    }

    private int unsigned(int index) {
        return file.get(index) & 0xFF;
    }

    private void require(int end) {
        if (end > file.limit()) {
            throw new DecodeException(
                    Reason.TRUNCATED, "JPEG file of " + file.limit() + " bytes ends before its end marker");
        }
    }

    private static DecodeException malformed(String what) {
        return new DecodeException(Reason.MALFORMED, "JPEG file " + what);
    }
}
