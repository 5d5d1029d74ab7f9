package io.fleck.core.wafer.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file of wafer maps as it was found, unpacked where it was gzip. The bytes are not copied: leave them unchanged.
 *
 * @param name what errors call it
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a file's content, compared by nobody
public record MapFile(String name, byte[] content) {
    private static final int HEAD = 4_096;

    /**
     * Reads a file.
     *
     * @param limits its size is checked before it is read
     * @throws WaferMapException when it can't be read or is too large
     */
    public static MapFile read(Path file, ReadLimits limits) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw new WaferMapException(name, 0, "", "it is a folder");
        }
        try {
            requireSize(name, Files.size(file), limits);
            try (InputStream in = Files.newInputStream(file)) {
                return of(name, bounded(name, in, limits), limits);
            }
        } catch (NoSuchFileException e) {
            throw new WaferMapException(name, 0, "", "no such file", e);
        } catch (AccessDeniedException e) {
            throw new WaferMapException(name, 0, "", "access is denied", e);
        } catch (IOException e) {
            throw new WaferMapException(name, 0, "", "it cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * A file whose bytes are at hand.
     *
     * @param bytes as they lie on the disk, gzip or plain
     * @throws WaferMapException when it is too large or its packing is broken
     */
    public static MapFile of(String name, byte[] bytes, ReadLimits limits) {
        requireSize(name, bytes.length, limits);
        if (bytes.length < 2 || bytes[0] != (byte) 0x1F || bytes[1] != (byte) 0x8B) {
            return new MapFile(name, bytes);
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
            return new MapFile(name, bounded(name, in, limits));
        } catch (IOException e) {
            throw new WaferMapException(name, 0, "", "its gzip packing is broken: " + e.getMessage(), e);
        }
    }

    /** Whoever packs or enlarges a file meanwhile gets no more memory than allowed. */
    private static byte[] bounded(String name, InputStream in, ReadLimits limits) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(limits.maxBytes() + 1, Integer.MAX_VALUE - 8));
        requireSize(name, bytes.length, limits);
        return bytes;
    }

    private static void requireSize(String name, long size, ReadLimits limits) {
        if (size > limits.maxBytes()) {
            throw new WaferMapException(
                    name, 0, "", "it has more than " + limits.maxBytes() + " bytes, the most that is read");
        }
    }

    /** Its beginning, without blanks and a byte order mark before it: enough to tell its format. */
    public String head() {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.UTF_8);
        return (head.startsWith("\uFEFF") ? head.substring(1) : head).stripLeading();
    }
}
