package io.fleck.core.wafer.wm811k;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of a text in memory, one at a time. */
final class Lines {
    private final byte[] bytes;
    private int number;
    private int start;
    private int next;

    Lines(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Moves to the next line; false when there is none. */
    boolean next() {
        if (next >= bytes.length) {
            return false;
        }
        start = next;
        next = end(bytes, start) + 1;
        number++;
        return true;
    }

    /** Number of the line, from 1. */
    int number() {
        return number;
    }

    /** Where the line begins. */
    int start() {
        return start;
    }

    /** The line without its end. */
    String text() {
        return at(bytes, start);
    }

    /** The line that begins at a place, without its end. */
    static String at(byte[] bytes, int start) {
        int end = end(bytes, start);
        int last = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        return new String(bytes, start, last - start, StandardCharsets.UTF_8);
    }

    /** The fields of a line. No field of this table is quoted. */
    static List<String> fields(String line) {
        return List.of(line.split(",", -1));
    }

    private static int end(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }
}
