package io.fleck.stream.gateway;

import io.fleck.avro.FrameFormat;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is to become one frame.
 *
 * @param name what messages and a journal call it: the path of a file relative to its folder, or a label
 * @param format encoding of the content: JPEG or PNG; UNKNOWN for a file that is no picture
 * @param size bytes of the content, at least 0; known before the content is read, so that a large one is never read
 * @param capturedTime when the camera took it; null takes the time of sending
 * @param content the bytes, read when the picture's turn has come
 */
public record FrameItem(
        String name,
        FrameFormat format,
        long size,
        @Nullable Instant capturedTime,
        Content content) {
    /** The bytes of a picture. */
    @FunctionalInterface
    public interface Content {
        /**
         * Reads all bytes; each call gives an array of its own or one that nobody changes.
         *
         * @throws IOException when they cannot be had, or differ from what was announced; its message says why
         */
        byte[] read() throws IOException;
    }

    /** Refuses an empty name and a negative size. */
    public FrameItem {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name of a picture must not be empty");
        }
        if (size < 0) {
            throw new IllegalArgumentException("size of " + name + " is " + size + "; it must be 0 or more");
        }
    }

    /** A picture in memory, captured when it is sent. The array is not copied: leave it unchanged. */
    public static FrameItem of(String label, FrameFormat format, byte[] bytes) {
        return new FrameItem(label, format, bytes.length, null, () -> bytes);
    }

    /** When the camera took it, where that is known. */
    public Optional<Instant> capturedAt() {
        return Optional.ofNullable(capturedTime);
    }
}
