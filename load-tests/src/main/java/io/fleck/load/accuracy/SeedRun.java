package io.fleck.load.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleck.cli.CommandException;
import io.fleck.cli.ExitCode;
import io.fleck.fitting.data.DataSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Fits and evaluates for one seed in a folder of its own. A step whose figures are there is not done again; figures
 * appear by a rename, so there are never half of them.
 */
final class SeedRun {
    private static final JsonMapper JSON = new JsonMapper();

    private final Protocol protocol;
    private final int seed;
    private final Path folder;
    private final CommandRunner commands;
    private final LongSupplier cpuNanos;

    /**
     * A run of one seed.
     *
     * @param folder keeps what the run makes
     * @param commands runs the launcher's commands
     * @param cpuNanos CPU time that all threads of this process have spent
     */
    SeedRun(Protocol protocol, int seed, Path folder, CommandRunner commands, LongSupplier cpuNanos) {
        this.protocol = protocol;
        this.seed = seed;
        this.folder = folder;
        this.commands = commands;
        this.cpuNanos = cpuNanos;
    }

    /** Runs one command of the launcher in this process. */
    @FunctionalInterface
    interface CommandRunner {
        /** Returns the exit code. */
        int run(String... arguments);
    }

    /** The figures of {@code fit} and {@code evaluate}. */
    SeedResult result() throws IOException {
        Files.createDirectories(folder);
        Path index = folder.resolve("index.tsv");
        if (!Files.exists(index)) {
            writeIndex(index);
        }
        String model = folder.resolve("model").toString();
        JsonNode fit = figures(
                "fit",
                List.of(
                        "--data", index.toString(),
                        "--model", model,
                        "--detector", protocol.detector(),
                        "--calibration", protocol.calibration(),
                        "--false-alarm-rate", String.valueOf(protocol.falseAlarmRate()),
                        "--seed", String.valueOf(seed)));
        String report = folder.resolve("report.html").toString();
        JsonNode evaluate =
                figures("evaluate", List.of("--data", index.toString(), "--model", model, "--report", report));
        return new SeedResult(seed, fit, evaluate);
    }

    private void writeIndex(Path index) throws IOException {
        Path fresh = folder.resolve("index.tsv.new");
        new SeedSplit(DataSet.open(protocol.data()), protocol.share(), seed).write(fresh);
        Files.move(fresh, index, StandardCopyOption.ATOMIC_MOVE);
    }

    private JsonNode figures(String command, List<String> options) throws IOException {
        Path kept = folder.resolve(command + ".json");
        if (!Files.exists(kept)) {
            Path fresh = folder.resolve(command + ".json.new");
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
            throw CommandException.failed("seed " + seed + ": " + command + " ended with exit code " + code);
        }
        return JSON.readValue(json.toFile(), ObjectNode.class)
                .put("cpu_seconds", (cpuNanos.getAsLong() - before) / 1e9);
    }
}
