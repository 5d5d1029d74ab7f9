package io.fleck.load.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How an application is started.
 *
 * @param jvm options of the JVM, of which the last of a kind wins
 * @param mainClass main class
 * @param configuration its configuration file
 * @param adminPort where it serves metrics and health
 * @param log file that takes what it says
 */
public record Launch(List<String> jvm, String mainClass, Path configuration, int adminPort, Path log) {
    /** Small, quick to start, and dead rather than lame when memory runs out. */
    private static final List<String> FRUGAL = List.of(
            "-Xmx400m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true");

    /** Keeps a copy of the options. */
    public Launch {
        jvm = List.copyOf(jvm);
    }

    /** The command line: the class path is this process's own. */
    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FRUGAL);
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of("run", "--config", configuration.toString()));
        return command;
    }
}
