package io.fleck.load.scenario;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file system of two mebibytes in memory, which can be filled up and freed again. */
final class SmallDisk implements AutoCloseable {
    private static final int SMALLEST_CHUNK = 1;
    private static final int CHUNK = 64 << 10;

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /**
     * Mounts one.
     *
     * @throws SkippedException when this machine, or this user, may not
     */
    static SmallDisk mount(Path directory) throws InterruptedException {
        try {
            Files.createDirectories(directory);
            String complaint = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", directory.toString());
            if (!complaint.isEmpty()) {
                throw new SkippedException("a small tmpfs cannot be mounted here: " + complaint);
            }
            return new SmallDisk(directory);
        } catch (IOException e) {
            throw new SkippedException("a small tmpfs cannot be mounted here: " + e.getMessage());
        }
    }

    /** What a command complains of; empty when it succeeds. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0
                ? ""
                : command[0] + ": " + said.lines().findFirst().orElse("refused");
    }

    Path directory() {
        return directory;
    }

    private Path filler() {
        return directory.resolve("filler");
    }

    /** Leaves no byte free. */
    void fill() {
        for (int chunk = CHUNK; chunk >= SMALLEST_CHUNK; chunk /= 2) {
            append(new byte[chunk]);
        }
    }

    /** Appends until that fails, which it must. */
    private void append(byte[] chunk) {
        try (OutputStream out = Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (Files.size(filler()) < Integer.MAX_VALUE) {
                out.write(chunk);
            }
        } catch (IOException e) {
            return; // full
        }
        throw new ScenarioException(directory + " does not get full");
    }

    /** Makes room again. */
    void free() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(filler() + " cannot be deleted", e);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        String complaint = run("umount", "--lazy", directory.toString());
        if (!complaint.isEmpty()) {
            throw new IOException(complaint);
        }
    }
}
