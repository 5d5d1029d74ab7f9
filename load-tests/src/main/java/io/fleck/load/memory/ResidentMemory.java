package io.fleck.load.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Memory of a process that lies in RAM, as Linux tells it. */
public final class ResidentMemory {
    private ResidentMemory() {}

    /** Bytes now; empty where the system does not tell. */
    public static OptionalLong now(long pid) {
        return field(pid, "VmRSS:");
    }

    /** The most bytes that it ever had; empty where the system does not tell. */
    public static OptionalLong peak(long pid) {
        return field(pid, "VmHWM:");
    }

    private static OptionalLong field(long pid, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty(); // not Linux, or gone
        }
    }
}
