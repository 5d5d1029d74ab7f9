package io.fleck.load.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleck.cli.CommandException;
import io.fleck.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Figures of commands, kept in a folder. A command whose figures are there is not run again; figures appear by a rename,
 * so there are never half of them.
 */
final class KeptFigures {
    private static final JsonMapper JSON = new JsonMapper();

    private final String label;
    private final Path folder;
    private final SeedRun.CommandRunner commands;
    private final LongSupplier cpuNanos;

    /**
     * Keeps figures.
     *
     * @param label begins the message of a failure
     * @param folder that is there
     * @param commands runs the launcher's commands
     * @param cpuNanos CPU time that all threads of this process have spent
     */
    KeptFigures(String label, Path folder, SeedRun.CommandRunner commands, LongSupplier cpuNanos) {
        this.label = label;
        this.folder = folder;
        this.commands = commands;
        this.cpuNanos = cpuNanos;
    }

    /** The figures kept under a name, or those of the command that is run for them. */
    JsonNode of(String name, String command, List<String> options) throws IOException {
        Path kept = folder.resolve(name + ".json");
        if (!Files.exists(kept)) {
            Path fresh = folder.resolve(name + ".json.new");
            JSON.writeValue(fresh.toFile(), measured(command, options, fresh));
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        return JSON.readTree(kept.toFile());
    }

    /** A command's own figures and the CPU time that it took, which a busy machine changes less than the wall clock's. */
    private ObjectNode measured(String command, List<String> options, Path json) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(options);
        arguments.addAll(List.of("--json", json.toString()));
        long before = cpuNanos.getAsLong();
        int code = commands.run(arguments.toArray(String[]::new));
        if (code != ExitCode.DONE) {
            throw CommandException.failed(label + ": " + command + " ended with exit code " + code);
        }
        return JSON.readValue(json.toFile(), ObjectNode.class)
                .put("cpu_seconds", (cpuNanos.getAsLong() - before) / 1e9);
    }
}
