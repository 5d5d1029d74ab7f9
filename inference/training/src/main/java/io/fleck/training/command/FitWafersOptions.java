package io.fleck.training.command;

import io.fleck.cli.CommandException;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.fitting.wafer.LabelledWafer;
import io.fleck.fitting.wafer.WaferRows;
import io.fleck.training.wafer.TrainingSettings;
import io.fleck.training.wafer.WaferFitRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What to train and how: the options of {@code fit-wafers}, as a picocli mixin. */
final class FitWafersOptions {
    @Option(
            names = "--maps",
            required = true,
            paramLabel = "FILE",
            description = "Labelled wafer maps: rows of id,label,rows,cols,n_die,n_fail,rle; plain or .gz.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path maps;

    @Option(
            names = "--hold-out",
            paramLabel = "CLASS",
            split = ",",
            description = "Classes that the model is not to know, to try its gate with.")
    private List<String> heldOut = List.of();

    @Option(names = "--resume", description = "Go on with a training that was interrupted.")
    private boolean resume;

    @Option(names = "--steps", paramLabel = "N", description = "Batches to train with (default: ${DEFAULT-VALUE}).")
    private int steps = TrainingSettings.standard(0).steps();

    @Option(names = "--batch", paramLabel = "N", description = "Wafers a batch (default: ${DEFAULT-VALUE}).")
    private int batch = TrainingSettings.standard(0).batch();

    @Option(
            names = "--views",
            paramLabel = "N",
            description = "Ways to look at a wafer that the model averages over, 1 to 8 (default: ${DEFAULT-VALUE}).")
    private int views = 4;

    @Option(
            names = "--false-novel-rate",
            paramLabel = "RATE",
            description = "Part of the known wafers that may be called novel (default: ${DEFAULT-VALUE}).")
    private double falseNovelRate = 0.05;

    @Option(
            names = "--outlier-exposure",
            description = "Train with made-up patterns that no class may claim: finds more novel ones, and costs about"
                    + " 0.01 of macro-F1.")
    private boolean outlierExposure;

    @Option(
            names = "--latent-balancing",
            description =
                    "Fill rare classes up with values between those of their wafers, in front of the last layers.")
    private boolean latentBalancing;

    @Option(names = "--engine", paramLabel = "NAME", description = "Runs the graph (default: ${DEFAULT-VALUE}).")
    private String engine = Engines.AUTO;

    @Option(names = "--seed", paramLabel = "N", description = "Divides the wafers and trains (default: 0).")
    private long seed;

    WaferFitRequest request(Path checkpoint) {
        return new WaferFitRequest(wafers(), settings(), views, falseNovelRate, provider(), checkpoint, resume);
    }

    private TrainingSettings settings() {
        try {
            return TrainingSettings.standard(seed)
                    .withSteps(steps)
                    .withBatch(batch)
                    .withOutlierExposure(outlierExposure)
                    .withLatentBalancing(latentBalancing);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    private List<LabelledWafer> wafers() {
        if (!Files.isRegularFile(maps)) {
            throw CommandException.usage("--maps " + maps + ": no such file");
        }
        List<LabelledWafer> all = WaferRows.read(maps);
        List<String> labels =
                all.stream().map(LabelledWafer::label).distinct().sorted().toList();
        heldOut.stream().filter(name -> !labels.contains(name)).findFirst().ifPresent(name -> {
            throw CommandException.usage("--hold-out " + name + ": no such class in " + maps + ", only " + labels);
        });
        return all.stream().filter(wafer -> !heldOut.contains(wafer.label())).toList();
    }

    private EngineProvider provider() {
        try {
            return Engines.select(engine);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("--engine " + engine + ": " + e.getMessage());
        }
    }
}
