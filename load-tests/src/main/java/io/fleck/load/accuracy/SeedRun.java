package io.fleck.load.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleck.fitting.data.DataSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Fits and evaluates for one seed in a folder of its own. A step whose figures are there is not done again.
 */
final class SeedRun {
    private final Protocol protocol;
    private final int seed;
    private final Path folder;
    private final KeptFigures kept;

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
        this.kept = new KeptFigures("seed " + seed, folder, commands, cpuNanos);
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
        JsonNode fit = kept.of("fit", "fit", fitOptions(index, model));
        String report = folder.resolve("report.html").toString();
        JsonNode evaluate = kept.of(
                "evaluate", "evaluate", List.of("--data", index.toString(), "--model", model, "--report", report));
        return new SeedResult(seed, fit, evaluate);
    }

    private List<String> fitOptions(Path index, String model) {
        List<String> options = new ArrayList<>(List.of(
                "--data", index.toString(),
                "--model", model,
                "--detector", protocol.detector(),
                "--calibration", protocol.calibration(),
                "--false-alarm-rate", String.valueOf(protocol.falseAlarmRate()),
                "--seed", String.valueOf(seed)));
        protocol.settings().forEach(setting -> options.addAll(List.of("--set", setting)));
        return options;
    }

    private void writeIndex(Path index) throws IOException {
        Path fresh = folder.resolve("index.tsv.new");
        new SeedSplit(DataSet.open(protocol.data()), protocol.share(), seed).write(fresh);
        Files.move(fresh, index, StandardCopyOption.ATOMIC_MOVE);
    }
}
