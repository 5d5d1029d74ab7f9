package io.fleck.stream.app;

import io.fleck.avro.ModelReference;
import io.fleck.core.batch.BatchPolicy;
import io.fleck.core.batch.BatchRequest;
import io.fleck.core.batch.Callers;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.inspect.BatchInspector;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.core.inspect.Thresholds;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.core.wafer.BatchClassifier;
import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.core.wafer.pattern.LatentSpace;
import io.fleck.stream.config.ConfigurationException;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.config.ModelConfig;
import io.fleck.stream.config.StationConfig;
import io.fleck.stream.config.WafersConfig;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.recipes.Recipe;
import io.fleck.stream.recipes.RecipeException;
import io.fleck.stream.topology.Station;
import io.fleck.stream.topology.Stations;
import io.fleck.stream.wafers.WaferModel;
import io.fleck.stream.wafers.WaferModels;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models of a configuration, loaded side by side in one engine. */
final class Models implements AutoCloseable {
    private final FleckConfig config;
    private final EngineProvider engine;
    private final Callers callers;
    private final Hangs hangs;
    private final InspectionMetrics metrics;
    private final Map<String, BatchInspector> inspectors = new LinkedHashMap<>();
    private Optional<BatchClassifier<DieGrid>> dies = Optional.empty();

    private Models(FleckConfig config, EngineProvider engine, Callers callers, Hangs hangs, InspectionMetrics metrics) {
        this.config = config;
        this.engine = engine;
        this.callers = callers;
        this.hangs = hangs;
        this.metrics = metrics;
    }

    /**
     * Loads every model and starts its batcher.
     *
     * @param callers the stream threads
     * @param hangs told of runs that hang
     * @throws ModelException when a model directory cannot be used
     * @throws io.fleck.core.engine.InferenceException when the engine cannot load a graph
     */
    static Models open(
            FleckConfig config, EngineProvider engine, Callers callers, Hangs hangs, InspectionMetrics metrics) {
        Models models = new Models(config, engine, callers, hangs, metrics);
        try {
            for (ModelConfig model : config.models().values()) {
                models.inspectors.put(model.name(), models.open(model));
            }
            models.dies = config.wafers().dies().map(models::openDies);
            return models;
        } catch (RuntimeException e) {
            models.close();
            throw e;
        }
    }

    private BatchInspector open(ModelConfig model) {
        ModelPackage loaded = ModelPackage.load(model.path());
        ModelManifest manifest = loaded.manifest();
        if (!manifest.kind().equals(ModelManifest.FRAMES)) {
            throw new ModelException(
                    model.path() + ": inspects " + manifest.kind() + ", a station needs a model of frames", null);
        }
        BatchInspector inspector = BatchInspector.open(
                loaded,
                engine,
                config.engine().options(),
                policy(),
                callers,
                new ModelObserver(model.name(), hangs, metrics));
        metrics.model(manifest.name(), manifest.version(), manifest.graphSha256());
        return inspector;
    }

    private BatchPolicy policy() {
        return config.batches().policy(config.engine().options().workers(), engine.preferredBatchSize());
    }

    private BatchClassifier<DieGrid> openDies(Path path) {
        ModelPackage loaded = ModelPackage.load(path);
        BatchClassifier<DieGrid> classifier = BatchClassifier.ofDies(
                loaded,
                engine,
                config.engine().options(),
                policy(),
                callers,
                new ModelObserver(loaded.manifest().name(), hangs, metrics));
        ModelManifest manifest = classifier.manifest();
        metrics.model(manifest.name(), manifest.version(), manifest.graphSha256());
        return classifier;
    }

    /**
     * What wafers are inspected with.
     *
     * @throws ConfigurationException when a class that is no signature is none of the model's
     */
    WaferModels wafers() {
        return new WaferModels(dies.map(this::wafers));
    }

    /** Latent spaces of the models of wafers, by the SHA-256 of their graphs; of models that have one. */
    Map<String, LatentSpace> latentSpaces() {
        Map<String, LatentSpace> spaces = new LinkedHashMap<>();
        dies.ifPresent(classifier -> LatentSpace.of(classifier.settings())
                .ifPresent(space -> spaces.put(classifier.manifest().graphSha256(), space)));
        return spaces;
    }

    private WaferModel wafers(BatchClassifier<DieGrid> classifier) {
        requireClasses(classifier);
        ModelManifest manifest = classifier.manifest();
        return new WaferModel(
                new ModelReference(manifest.name(), manifest.version(), manifest.graphSha256()),
                classifier.gate(),
                map -> classifier.submit(BatchRequest.of(
                        map.identity().lot(), map.bins().orElseThrow().grid())));
    }

    private void requireClasses(BatchClassifier<DieGrid> classifier) {
        List<String> known = classifier.settings().classes();
        if (!known.containsAll(config.wafers().goodClasses())) {
            throw new ConfigurationException(WafersConfig.GOOD + "="
                    + String.join(",", config.wafers().goodClasses()) + " is not allowed; the model's classes are "
                    + known);
        }
    }

    /**
     * What each station inspects with.
     *
     * @throws AppException when a threshold cannot be derived; the message names the station
     */
    Stations stations() {
        Map<String, Station> listed = new LinkedHashMap<>();
        config.stations().forEach((id, station) -> listed.put(id, station(station, null)));
        Optional<Station> others = Optional.ofNullable(listed.remove(StationConfig.DEFAULT));
        return new Stations(listed, others);
    }

    /**
     * What a station inspects with by its recipe.
     *
     * @param offset offset of the recipe, which results carry
     * @throws RecipeException when its model is not loaded, or in another version
     * @throws AppException when its threshold cannot be derived
     */
    Station station(Recipe recipe, long offset) {
        BatchInspector inspector = inspectors.get(recipe.model());
        if (inspector == null) {
            throw new RecipeException("model '" + recipe.model() + "' is not loaded; loaded is one of "
                    + config.models().keySet());
        }
        recipe.requireModelVersion(inspector.manifest().version());
        return station(recipe.settings(), offset);
    }

    private Station station(StationConfig station, @Nullable Long recipeOffset) {
        BatchInspector inspector = inspector(config.modelOf(station));
        ModelManifest manifest = inspector.manifest();
        return new Station(
                new ModelReference(manifest.name(), manifest.version(), manifest.graphSha256()),
                new InspectionSettings(
                        threshold(station, inspector.thresholds()),
                        station.regionOfInterest(),
                        station.bitWindow(),
                        config.limits()),
                inspector::submit,
                station.priority(),
                station.deadline(),
                recipeOffset);
    }

    private static double threshold(StationConfig station, Thresholds thresholds) {
        try {
            if (station.threshold().isPresent()) {
                return station.threshold().getAsDouble();
            }
            return station.falseAlarmRate().isPresent()
                    ? thresholds.certified(station.falseAlarmRate().getAsDouble())
                    : thresholds.calibrated();
        } catch (RuntimeException e) {
            throw new AppException("station " + station.id() + ": " + e.getMessage(), e);
        }
    }

    private BatchInspector inspector(String model) {
        BatchInspector inspector = inspectors.get(model);
        if (inspector == null) {
            throw new IllegalStateException("model " + model + " is not loaded; the configuration was checked for it");
        }
        return inspector;
    }

    @Override
    public void close() {
        inspectors.values().forEach(BatchInspector::close);
        dies.ifPresent(BatchClassifier::close);
    }
}
