package io.fleck.fitting.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.cli.FleckCommand;
import io.fleck.core.detect.CalibrationException;
import io.fleck.core.engine.EngineUnavailableException;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.model.ModelException;
import io.fleck.fitting.backbone.BackboneException;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.FitRequest;
import io.fleck.fitting.fit.FittedModel;
import io.fleck.fitting.fit.ModelFit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fit}: good pictures in, a calibrated model directory out. */
@Command(
        name = "fit",
        description = "Fits a detector to pictures of good parts and calibrates it to a false-alarm rate.")
public final class FitCommand implements FleckCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final FitOptions options = new FitOptions();

    @Mixin
    private final DetectorOptions detector = new DetectorOptions();

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
        } catch (DataException | FitException | BackboneException | CalibrationException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        } catch (InferenceException | ModelException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private int fit() throws InterruptedException {
        long started = System.nanoTime();
        FitRequest request = options.request(detector.recipe());
        FittedModel fitted = run(request);
        fitted.write(model);
        double seconds = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
        fitted.portabilityProblems()
                .forEach(problem -> spec.commandLine().getErr().println("fleck: not for TensorRT: " + problem));
        Figures figures = FitFigures.of(request, fitted, seconds);
        common.publish(figures);
        if (!common.quiet()) {
            System.out.println(FitFigures.summary(request, fitted));
        }
        return ExitCode.DONE;
    }

    private FittedModel run(FitRequest request) throws InterruptedException {
        try (FitProgress progress = new FitProgress(common)) {
            return new ModelFit(request, progress, Clock.systemUTC()).run(modelName());
        }
    }

    private String modelName() {
        return name.isBlank()
                ? String.valueOf(model.toAbsolutePath().normalize().getFileName())
                : name;
    }
}
