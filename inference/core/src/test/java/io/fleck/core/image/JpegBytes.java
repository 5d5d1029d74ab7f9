package io.fleck.core.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A JPEG file as its segments, to be taken apart and put together differently. */
final class JpegBytes {
    private JpegBytes() {}

    /** A file of those segments between start and end marker, each as hexadecimal digits. */
    static byte[] of(String... segments) {
        return HexFormat.of().parseHex("ffd8" + String.join("", segments) + "ffd9");
    }

    /** A frame header of that marker; components are named 1, 2, 3 and so on. */
    static String frame(int marker, int bits, int width, int height, int components) {
        StringBuilder frame = new StringBuilder(
                "ff%02x%04x%02x%04x%04x%02x".formatted(marker, 8 + 3 * components, bits, height, width, components));
        for (int i = 1; i <= components; i++) {
            frame.append("%02x1100".formatted(i));
        }
        return frame.toString();
    }

    /** A scan header followed by a little data. */
    static String scan() {
        return "ffda0008010100003f001234";
    }

    /** The file with a segment put right behind its start marker. */
    static byte[] withSegment(byte[] file, String segment) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(file, 0, 2);
        result.writeBytes(HexFormat.of().parseHex(segment));
        result.write(file, 2, file.length - 2);
        return result.toByteArray();
    }

    /** The file without its first segment, which is JFIF's as the JDK writes it. */
    static byte[] withoutJfif(byte[] file) {
        int length = segmentLength(file, 2);
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(file, 0, 2);
        result.write(file, 4 + length, file.length - 4 - length);
        return result.toByteArray();
    }

    /** Names the components of a baseline colour file anew, in its frame and in its scan. */
    static byte[] withComponentNames(byte[] file, int first, int second, int third) {
        byte[] names = {(byte) first, (byte) second, (byte) third};
        byte[] result = file.clone();
        int frame = indexOf(file, 0xC0);
        int scan = indexOf(file, 0xDA);
        for (int i = 0; i < 3; i++) {
            result[frame + 10 + 3 * i] = names[i];
            result[scan + 5 + 2 * i] = names[i];
        }
        return result;
    }

    /** Index of the first marker of that code. */
    static int indexOf(byte[] file, int marker) {
        int at = 2;
        while ((file[at + 1] & 0xFF) != marker) {
            at += 2 + segmentLength(file, at);
        }
        return at;
    }

    private static int segmentLength(byte[] file, int marker) {
        return ByteBuffer.wrap(file).getShort(marker + 2) & 0xFFFF;
    }
}
