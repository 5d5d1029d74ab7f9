package io.fleck.core.image;

import io.fleck.core.image.DecodeException.Reason;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The stretches of a file that a decoder is given; neighbours become one. */
final class ByteParts {
    /** Real files have a few dozen; a file of a million tiny segments is not one. */
    private static final int MOST = 4096;

    private final ByteBuffer file;
    private final List<ByteBuffer> parts = new ArrayList<>();
    private int from;
    private int to;

    /** Stretches of that file, whose first byte has index 0. */
    ByteParts(ByteBuffer file) {
        this.file = file;
    }

    /** Adds the bytes of the file from {@code start} to before {@code end}. */
    void add(int start, int end) {
        if (start != to) {
            flush();
            from = start;
        }
        to = end;
    }

    private void flush() {
        if (to > from) {
            add(file.slice(from, to - from));
        }
        from = to;
    }

    private void add(ByteBuffer part) {
        if (parts.size() == MOST) {
            throw new DecodeException(Reason.MALFORMED, "picture file with more than " + MOST + " scattered segments");
        }
        parts.add(part);
    }

    /** All of them, in order. */
    List<ByteBuffer> all() {
        flush();
        return parts;
    }
}
