package io.fleck.training.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.cli.FleckCommand;
import io.fleck.core.detect.CalibrationException;
import io.fleck.core.engine.EngineUnavailableException;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.model.ModelException;
import io.fleck.fitting.command.FitProgress;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.fit.FitException;
import io.fleck.training.wafer.FittedWafers;
import io.fleck.training.wafer.WaferFit;
import io.fleck.training.wafer.WaferFitRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fit-wafers}: labelled wafer maps in, a calibrated model directory out. */
@Command(
        name = "fit-wafers",
        description = "Trains a classifier of wafer maps with a gate for patterns that it never saw.")
public final class FitWafersCommand implements FleckCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final FitWafersOptions options = new FitWafersOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--model", required = true, paramLabel = "OUT", description = "Directory of the model to write.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path model;

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the model (default: of its directory).")
    private String name = "";

    @Override
    public Integer call() throws InterruptedException {
        try {
            return fit();
        } catch (EngineUnavailableException e) {
            throw CommandException.missing(String.valueOf(e.getMessage()), e);
        } catch (DataException | FitException | CalibrationException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        } catch (InferenceException | ModelException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private int fit() throws InterruptedException {
        long started = System.nanoTime();
        FittedWafers fitted = run(options.request(sibling(".checkpoint")));
        fitted.write(model);
        Path picture = CurvePicture.write(fitted.curve(), sibling("-learning-curve.svg"));
        double seconds = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
        fitted.portabilityProblems()
                .forEach(problem -> spec.commandLine().getErr().println("fleck: not for TensorRT: " + problem));
        common.publish(figures(fitted, seconds, picture));
        return ExitCode.DONE;
    }

    private FittedWafers run(WaferFitRequest request) throws InterruptedException {
        try (FitProgress progress = new FitProgress(common)) {
            return new WaferFit(request, progress, Clock.systemUTC()).run(modelName());
        }
    }

    /** Beside the model, whose directory holds nothing but a model. */
    private Path sibling(String suffix) {
        Path directory = model.toAbsolutePath().normalize();
        return directory.resolveSibling(directory.getFileName() + suffix);
    }

    private String modelName() {
        return name.isBlank()
                ? String.valueOf(model.toAbsolutePath().normalize().getFileName())
                : name;
    }

    private static Figures figures(FittedWafers fitted, double seconds, Path picture) {
        return new Figures()
                .put("detector", fitted.manifest().detector())
                .put("version", fitted.manifest().version())
                .put("fit_seconds", seconds)
                .put("validation_macro_f1", fitted.validationMacroF1())
                .put("training_wafers", fitted.counts().training())
                .put("validation_wafers", fitted.counts().validation())
                .put("calibration_wafers", fitted.counts().calibration())
                .put("graph_bytes", fitted.graph().length)
                .put("learning_curve", picture.toString());
    }
}
