package io.fleck.stream.gateway.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Files that pass for pictures, changed at a time that the test sets. */
final class Pictures {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Pictures() {}

    static Path write(Path folder, String name, int second) throws IOException {
        return write(folder, name, second, "content of " + name);
    }

    static Path write(Path folder, String name, int second, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        return Files.setLastModifiedTime(file, FileTime.from(NOON.plusSeconds(second)));
    }
}
