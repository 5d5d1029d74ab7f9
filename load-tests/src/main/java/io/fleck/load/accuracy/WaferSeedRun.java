package io.fleck.load.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleck.core.metrics.ConfusionMatrix;
import io.fleck.fitting.wafer.LabelledWafer;
import io.fleck.fitting.wafer.PolarControl;
import io.fleck.fitting.wafer.WaferRows;
import io.fleck.fitting.wafer.WaferSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The wafer protocol for one seed in a folder of its own: a fifth of every class is the test; of the rest,
 * {@code fit-wafers} keeps an eighth for validation and an eighth for calibration. What is done is not done again, and a
 * training that was interrupted goes on.
 */
final class WaferSeedRun {
    private static final JsonMapper JSON = new JsonMapper();
    private static final double TEST_SHARE = 0.2;

    /** Divisions for tests and for a fit with the same seed must not draw the same numbers. */
    private static final long TEST_SEEDS = 1000;

    private final Path maps;
    private final String heldOut;
    private final List<String> fitOptions;
    private final int seed;
    private final Path folder;
    private final KeptFigures kept;

    /**
     * A run of one seed.
     *
     * @param maps labelled wafers
     * @param heldOut classes for the variants that hold some out, joined by commas
     * @param fitOptions further options of {@code fit-wafers}
     * @param folder keeps what the run makes
     */
    WaferSeedRun(
            Path maps,
            String heldOut,
            List<String> fitOptions,
            int seed,
            Path folder,
            SeedRun.CommandRunner commands,
            LongSupplier cpuNanos) {
        this.maps = maps;
        this.heldOut = heldOut;
        this.fitOptions = List.copyOf(fitOptions);
        this.seed = seed;
        this.folder = folder;
        this.kept = new KeptFigures("seed " + seed, folder, commands, cpuNanos);
    }

    /** Figures of the control on the same division. */
    SeedResult control() throws IOException {
        divide();
        Path file = folder.resolve("control.json");
        if (!Files.exists(file)) {
            Path fresh = folder.resolve("control.json.new");
            JSON.writeValue(fresh.toFile(), controlled());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return new SeedResult(seed, JSON.createObjectNode(), JSON.readTree(file.toFile()));
    }

    private ObjectNode controlled() {
        ConfusionMatrix confusion = PolarControl.train(WaferRows.read(folder.resolve("train.csv")))
                .evaluate(WaferRows.read(folder.resolve("test.csv")));
        ObjectNode figures = JSON.createObjectNode();
        confusion.macroF1().ifPresent(value -> figures.put("macro_f1", value));
        confusion.accuracy().ifPresent(value -> figures.put("accuracy", value));
        ObjectNode byClass = figures.putObject("f1_by_class");
        confusion.classes().forEach(name -> confusion.f1(name).ifPresent(value -> byClass.put(name, value)));
        return figures;
    }

    /** Figures of a variant. */
    SeedResult result(WaferVariant variant) throws IOException {
        divide();
        String model = folder.resolve(variant.label()).toString();
        List<String> fit = new ArrayList<>(List.of(
                "--maps", folder.resolve("train.csv").toString(), "--model", model, "--seed", String.valueOf(seed)));
        fit.addAll(variant.options(heldOut));
        fit.addAll(fitOptions);
        fit.add("--resume");
        JsonNode fitted = kept.of(variant.label() + "-fit", "fit-wafers", fit);
        Path test = folder.resolve(variant == WaferVariant.ALL ? "test.csv" : "test-and-held-out.csv");
        JsonNode evaluated = kept.of(
                variant.label() + "-evaluate", "evaluate", List.of("--wafers", test.toString(), "--model", model));
        return new SeedResult(seed, fitted, evaluated);
    }

    /** Wafers of classes that are held out were never trained with: all of them test how well they are told apart. */
    private void divide() throws IOException {
        Path last = folder.resolve("train.csv");
        if (Files.exists(last)) {
            return;
        }
        Files.createDirectories(folder);
        WaferSplit split = WaferSplit.of(WaferRows.read(maps), TEST_SHARE, 0, TEST_SEEDS + seed);
        List<String> classes = Arrays.asList(heldOut.split(",", -1));
        List<LabelledWafer> open = new ArrayList<>(split.first());
        split.rest().stream().filter(wafer -> classes.contains(wafer.label())).forEach(open::add);
        WaferRows.write(folder.resolve("test.csv"), split.first());
        WaferRows.write(folder.resolve("test-and-held-out.csv"), open);
        Path fresh = folder.resolve("train.csv.new");
        WaferRows.write(fresh, split.rest());
        Files.move(fresh, last, StandardCopyOption.ATOMIC_MOVE);
    }
}
