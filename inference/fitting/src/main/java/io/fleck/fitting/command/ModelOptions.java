package io.fleck.fitting.command;

import io.fleck.cli.CommandException;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.EngineUnavailableException;
import io.fleck.core.engine.Engines;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.core.inspect.Inspector;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelPackage;
import io.fleck.core.wafer.WaferClassifier;
import io.fleck.core.wafer.grid.DieGrid;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that name a model and the engine to run it; used as a picocli mixin. */
final class ModelOptions {
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "Model directory, as fit writes it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path model;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "Engine to run it on; auto takes the best that this machine can run (default: auto).")
    private String engine = Engines.AUTO;

    /**
     * Loads the model.
     *
     * @param workers frames that are inspected at the same time, one thread each, so that no score depends on the
     *     number of threads
     */
    Inspector open(int workers) {
        try {
            ModelPackage loaded = ModelPackage.load(model);
            return Inspector.open(loaded, provider(), EngineOptions.DEFAULT.withWorkers(workers));
        } catch (ModelException e) {
            throw CommandException.usage("--model " + e.getMessage());
        } catch (EngineUnavailableException e) {
            throw CommandException.missing(String.valueOf(e.getMessage()), e);
        } catch (InferenceException e) {
            throw CommandException.failed("--model " + model + ": " + e.getMessage(), e);
        }
    }

    /** Loads a model of die grids. */
    WaferClassifier<DieGrid> openWafers() {
        try {
            return WaferClassifier.ofDies(ModelPackage.load(model), provider());
        } catch (ModelException e) {
            throw CommandException.usage("--model " + e.getMessage());
        } catch (EngineUnavailableException e) {
            throw CommandException.missing(String.valueOf(e.getMessage()), e);
        } catch (InferenceException e) {
            throw CommandException.failed("--model " + model + ": " + e.getMessage(), e);
        }
    }

    private EngineProvider provider() {
        try {
            return Engines.select(engine);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("--engine " + engine + ": " + e.getMessage());
        }
    }

    /** The name of the engine that {@link #open} takes. */
    String engineName() {
        return provider().name();
    }

    /** The calibrated threshold; for a model that was never calibrated one that nothing exceeds. */
    static InspectionSettings settings(Inspector inspector) {
        return inspector.manifest().calibration() == null
                ? InspectionSettings.ofThreshold(Double.POSITIVE_INFINITY)
                : inspector.settings();
    }
}
