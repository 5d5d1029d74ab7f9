package io.fleck.fitting.command;

import io.fleck.cli.CommandException;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.fitting.backbone.Backbone;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.fit.CalibrationMethod;
import io.fleck.fitting.fit.FitRequest;
import io.fleck.fitting.fit.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What to fit on and how, whatever the detector: options of {@code fit} and {@code select}, as a picocli mixin. */
final class FitOptions {
    private static final Pattern GRID = Pattern.compile("(\\d{1,3})(?:x(\\d{1,3}))?");

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Source source;

    static final class Source {
        @Option(
                names = "--good",
                paramLabel = "DIR",
                description = "Pictures of good parts: all below DIR, or its good/.")
        private @Nullable Path good;

        @Option(
                names = "--data",
                paramLabel = "INDEX",
                description = "Labelled pictures: an index.tsv, or a folder with good/ and others. Fitted are the good"
                        + " ones; the training rows where there is a column split.")
        private @Nullable Path data;
    }

    @Option(
            names = "--false-alarm-rate",
            paramLabel = "RATE",
            description = "Part of the good parts that may raise an alarm (default: ${DEFAULT-VALUE}).")
    private double falseAlarmRate = 0.01;

    @Option(
            names = "--calibration",
            paramLabel = "METHOD",
            description = "folds: every fifth picture scored by a detector fitted on the others, an approximation that"
                    + " wastes no picture; split: a fifth kept apart, exact (default: folds).")
    private CalibrationMethod calibration = CalibrationMethod.FOLDS;

    @Option(
            names = "--backbone",
            paramLabel = "FILE",
            description = "One's own network as ONNX, uint8 [B, height, width, 3] in (default: EfficientNet-Lite0).")
    private @Nullable Path backbone;

    @Option(
            names = "--taps",
            paramLabel = "NAME",
            split = ",",
            description = "Values of the network that are its features (default: its outputs).")
    private List<String> taps = List.of();

    @Option(
            names = "--grid",
            paramLabel = "ROWSxCOLUMNS",
            description = "Sites of the score map (default: ${DEFAULT-VALUE}).")
    private String grid = "16x16";

    @Option(names = "--engine", paramLabel = "NAME", description = "Reads the features (default: ${DEFAULT-VALUE}).")
    private String engine = Engines.AUTO;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: the number of cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", paramLabel = "N", description = "Which pictures are held out together (default: 0).")
    private long seed;

    /** The request to fit a recipe on the pictures that were given. */
    FitRequest request(Recipe recipe) {
        checkNumbers();
        List<LabelledImage> images = images();
        return new FitRequest(
                images, network(), sites(), recipe, calibration, falseAlarmRate, seed, provider(), threads);
    }

    private void checkNumbers() {
        if (!(falseAlarmRate > 0 && falseAlarmRate < 1)) {
            throw CommandException.usage("--false-alarm-rate " + falseAlarmRate + "; allowed is above 0 and below 1");
        }
        if (threads < 1) {
            throw CommandException.usage("--threads " + threads + "; at least 1");
        }
    }

    private List<LabelledImage> images() {
        if (source.good != null) {
            return DataSet.openGood(source.good).forFitting();
        }
        if (source.data != null) {
            return DataSet.open(source.data).forFitting();
        }
        throw CommandException.usage("one of --good and --data is needed");
    }

    private Backbone network() {
        if (backbone != null) {
            return Backbone.load(backbone, taps);
        }
        return taps.isEmpty() ? Backbone.shipped() : Backbone.shipped().withTaps(taps);
    }

    private Grid sites() {
        Matcher matcher = GRID.matcher(grid);
        if (!matcher.matches()) {
            throw CommandException.usage("--grid '" + grid + "'; give rows and columns, such as 16x16");
        }
        int rows = Integer.parseInt(matcher.group(1));
        String columns = matcher.group(2);
        try {
            return new Grid(rows, columns == null ? rows : Integer.parseInt(columns));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("--grid " + grid + ": " + e.getMessage());
        }
    }

    private EngineProvider provider() {
        try {
            return Engines.select(engine);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }
}
