package io.fleck.core.image;

import io.fleck.core.image.DecodeException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file (PNG specification, section 5), walked once before anything is decoded: lengths, checksums
 * and order are checked and the critical chunks are collected. All others stay out: nothing that a compressed comment or
 * colour profile holds is ever expanded.
 */
final class PngStructure {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int OVERHEAD = 12;
    private static final String HEADER = "IHDR";
    private static final String DATA = "IDAT";
    private static final String END = "IEND";
    private static final Set<String> CRITICAL = Set.of(HEADER, "PLTE", DATA, END);

    private final ByteBuffer file;
    private final PngHeader header;
    private final List<ByteBuffer> essentials;

    private PngStructure(ByteBuffer file, DecodeLimits limits) {
        this.file = file;
        if (file.limit() < 8 || file.getLong(0) != SIGNATURE) {
            throw malformed("does not start like one");
        }
        this.header = header(limits);
        this.essentials = walk();
    }

    /**
     * Walks a file.
     *
     * @throws DecodeException when it is no PNG file, is incomplete, damaged, too large, or of a kind that is not read
     */
    static PngStructure read(ByteBuffer bytes, DecodeLimits limits) {
        return new PngStructure(bytes.slice(), limits);
    }

    /** The header. */
    PngHeader header() {
        return header;
    }

    /** The parts that make pixels, a complete PNG file of their own. */
    List<ByteBuffer> essentials() {
        return essentials;
    }

    private PngHeader header(DecodeLimits limits) {
        int end = chunkEnd(8);
        if (!type(8).equals(HEADER)) {
            throw malformed("starts with another chunk than its header");
        }
        PngHeader read = PngHeader.read(file.slice(16, end - OVERHEAD - 8));
        limits.checkPixels(read.width(), read.height());
        return read;
    }

    private List<ByteBuffer> walk() {
        ByteParts parts = new ByteParts(file);
        parts.add(0, 8);
        boolean data = false;
        int at = 8;
        for (String type = ""; !type.equals(END); ) {
            int end = chunkEnd(at);
            type = type(at);
            if (critical(type)) {
                checkSum(type, at, end);
                parts.add(at, end);
                data |= type.equals(DATA);
            }
            at = end;
        }
        if (!data) {
            throw malformed("has no picture data");
        }
        return parts.all();
    }

    /** By the case of its first letter a chunk says whether a decoder that does not know it may go on. */
    private static boolean critical(String type) {
        if (!type.chars().allMatch(letter -> Character.isLetter(letter) && letter < 128)) {
            throw malformed("has a chunk whose type is not four letters");
        }
        if (Character.isUpperCase(type.charAt(0)) && !CRITICAL.contains(type)) {
            throw new DecodeException(Reason.UNSUPPORTED, "PNG file with the critical chunk " + type);
        }
        return CRITICAL.contains(type);
    }

    private void checkSum(String type, int at, int end) {
        CRC32 sum = new CRC32();
        sum.update(file.slice(at + 4, end - at - 8));
        if ((int) sum.getValue() != file.getInt(end - 4)) {
            throw malformed("is damaged: checksum of its " + type + " chunk at byte " + at);
        }
    }

    private int chunkEnd(int at) {
        if (at + OVERHEAD > file.limit()) {
            throw truncated();
        }
        long end = at + (long) OVERHEAD + (file.getInt(at) & 0xFFFFFFFFL);
        if (end > file.limit()) {
            throw truncated();
        }
        return (int) end;
    }

    private String type(int at) {
        byte[] type = new byte[4];
        file.get(at + 4, type);
        return new String(type, StandardCharsets.US_ASCII);
    }

    private static DecodeException malformed(String what) {
        return new DecodeException(Reason.MALFORMED, "PNG file " + what);
    }

    private DecodeException truncated() {
        return new DecodeException(
                Reason.TRUNCATED, "PNG file of " + file.limit() + " bytes ends before its end chunk");
    }
}
