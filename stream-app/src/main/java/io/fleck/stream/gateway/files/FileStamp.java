package io.fleck.stream.gateway.files;

import io.fleck.stream.gateway.FrameItem;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * Which file, in which state: a file written anew under an old name is another picture.
 *
 * @param name path relative to its folder, with slashes
 * @param size bytes, at least 0
 * @param modified time of the last change, whole microseconds
 */
record FileStamp(String name, long size, Instant modified) {
    /** Oldest first; files of the same microsecond by name. */
    static final Comparator<FileStamp> OLDEST_FIRST =
            Comparator.comparing(FileStamp::modified).thenComparing(FileStamp::name);

    FileStamp {
        if (name.isEmpty() || size < 0) {
            throw new IllegalArgumentException("file '" + name + "' with " + size + " bytes: no such file can be");
        }
    }

    static FileStamp of(Path root, Path file, BasicFileAttributes attributes) {
        Instant modified = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS);
        return new FileStamp(nameOf(root, file), attributes.size(), modified);
    }

    /** The stamp that {@link FileItems} made the picture from. */
    static FileStamp of(FrameItem item) {
        Instant modified = item.capturedAt()
                .orElseThrow(() -> new IllegalArgumentException(item.name() + " has no time: it is not of a file"));
        return new FileStamp(item.name(), item.size(), modified);
    }

    static String nameOf(Path root, Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
