package io.fleck.stream.gateway.files;

import io.fleck.avro.FrameFormat;
import io.fleck.stream.gateway.FrameItem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files as pictures to send: captured when they were last changed. */
final class FileItems {
    private static final Map<String, FrameFormat> FORMATS =
            Map.of("jpg", FrameFormat.JPEG, "jpeg", FrameFormat.JPEG, "png", FrameFormat.PNG);

    private FileItems() {}

    /** Format by the name's ending; empty for a file that is no picture. */
    static Optional<FrameFormat> format(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(FORMATS.get(ending));
    }

    /** What is in a file of this stamp; reading it fails when the file has another by then. */
    static FrameItem of(Path root, FileStamp stamp) {
        FrameFormat format = format(stamp.name()).orElse(FrameFormat.UNKNOWN);
        return new FrameItem(stamp.name(), format, stamp.size(), stamp.modified(), () -> read(root, stamp));
    }

    private static byte[] read(Path root, FileStamp stamp) throws IOException {
        Path file = root.resolve(stamp.name());
        try {
            byte[] bytes = Files.readAllBytes(file);
            FileStamp now = FileStamp.of(root, file, Files.readAttributes(file, BasicFileAttributes.class));
            if (!now.equals(stamp) || bytes.length != stamp.size()) {
                throw new IOException("it was changed meanwhile");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new IOException("it is not there", e);
        } catch (AccessDeniedException e) {
            throw new IOException("access is denied", e);
        }
    }
}
