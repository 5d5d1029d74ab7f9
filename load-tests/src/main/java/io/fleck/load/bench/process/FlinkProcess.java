package io.fleck.load.bench.process;

import io.fleck.load.bench.measure.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Flink job in a process of its own, with a class path of its own: Flink is in nobody else's.
 *
 * <p>It is there when {@code mvn -Pflink package} has built it.
 */
public final class FlinkProcess implements AutoCloseable {
    /** Role for CPU times. */
    public static final String ROLE = "flink";

    /** How it is built, for messages. */
    public static final String BUILD = "mvn -Pflink -DskipTests package";

    private static final String MAIN = "io.fleck.load.flink.InspectionJobMain";
    private static final String MODULE = "load-tests/flink/target";
    /** What Flink asks for on JDK 17. */
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.text",
            "java.base/java.time",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/java.util.concurrent.locks");

    private final ChildProcess child;

    private FlinkProcess(ChildProcess child) {
        this.child = child;
    }

    /** Its class path, where it is built. */
    public static Optional<String> classPath() {
        return Optional.ofNullable(System.getProperty("fleck.root"))
                .map(root -> Path.of(root, MODULE))
                .flatMap(FlinkProcess::classPath);
    }

    static Optional<String> classPath(Path built) {
        Path listed = built.resolve("classpath");
        if (!Files.isRegularFile(listed) || !Files.isDirectory(built.resolve("classes"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(built.resolve("classes")
                    + System.getProperty("path.separator")
                    + Files.readString(listed).strip());
        } catch (IOException e) {
            throw new BenchException(listed + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Starts it; it takes up frames some seconds later.
     *
     * @param folder gets its log and its checkpoints
     * @param settings as the job's main class reads them
     */
    public static FlinkProcess start(String classPath, Path folder, Map<String, String> settings) {
        List<String> options = new ArrayList<>();
        OPENED.forEach(opened -> options.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add(name + "=" + value));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BenchException(folder + ": cannot be made: " + e.getMessage(), e);
        }
        return new FlinkProcess(
                ChildProcess.start("the Flink job", folder.resolve("flink.log"), options, classPath, MAIN, arguments));
    }

    /** The process, for CPU times. */
    public ProcessHandle handle() {
        return child.handle();
    }

    /** The last lines that it printed, for messages. */
    public String lastWords() {
        return child.lastWords();
    }

    /** Ends it. */
    @Override
    public void close() {
        child.close();
    }
}
