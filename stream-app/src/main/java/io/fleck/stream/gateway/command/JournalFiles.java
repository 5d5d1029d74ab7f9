package io.fleck.stream.gateway.command;

import io.fleck.cli.CommandException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32C;

/** Where journals lie by default: in the user's state folder, so that the frames' folder may be read-only. */
final class JournalFiles {
    private JournalFiles() {}

    /**
     * The journal of a camera and a folder.
     *
     * @param environment {@code XDG_STATE_HOME} and {@code HOME} decide
     */
    static Path of(String camera, Path frames, Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = state.isBlank() ? Path.of(home, ".local", "state") : Path.of(state);
        String readable = camera.replaceAll("[^A-Za-z0-9_-]", "_");
        return base.resolve(Path.of("fleck", "gateway", readable + "-" + digest(camera, frames) + ".journal"));
    }

    private static String digest(String camera, Path frames) {
        try {
            CRC32C crc = new CRC32C();
            crc.update((camera + "\n" + frames.toRealPath()).getBytes(StandardCharsets.UTF_8));
            return String.format("%08x", crc.getValue());
        } catch (IOException e) {
            throw CommandException.usage("--frames " + frames + ": no such folder");
        }
    }
}
