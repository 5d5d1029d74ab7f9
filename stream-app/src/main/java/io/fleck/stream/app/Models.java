package io.fleck.stream.app;

import io.fleck.avro.ModelReference;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.core.inspect.Inspector;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.config.ModelConfig;
import io.fleck.stream.config.StationConfig;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.topology.Station;
import io.fleck.stream.topology.Stations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The models of a configuration, loaded side by side in one engine. */
final class Models implements AutoCloseable {
    private final FleckConfig config;
    private final Map<String, Inspector> inspectors;

    private Models(FleckConfig config, Map<String, Inspector> inspectors) {
        this.config = config;
        this.inspectors = inspectors;
    }

    /**
     * Loads every model.
     *
     * @throws ModelException when a model directory cannot be used
     * @throws io.fleck.core.engine.InferenceException when the engine cannot load a graph
     */
    static Models open(FleckConfig config, EngineProvider engine, InspectionMetrics metrics) {
        Models models = new Models(config, new LinkedHashMap<>());
        try {
            config.models().values().forEach(model -> models.add(model, engine, metrics));
            return models;
        } catch (RuntimeException e) {
            models.close();
            throw e;
        }
    }

    private void add(ModelConfig model, EngineProvider engine, InspectionMetrics metrics) {
        ModelPackage loaded = ModelPackage.load(model.path());
        ModelManifest manifest = loaded.manifest();
        if (!manifest.kind().equals(ModelManifest.FRAMES)) {
            throw new ModelException(
                    model.path() + ": inspects " + manifest.kind() + ", a station needs a model of frames", null);
        }
        inspectors.put(
                model.name(), Inspector.open(loaded, engine, config.engine().options()));
        metrics.model(manifest.name(), manifest.version(), manifest.graphSha256());
    }

    /**
     * What each station inspects with.
     *
     * @throws AppException when a threshold cannot be derived; the message names the station
     */
    Stations stations() {
        Map<String, Station> listed = new LinkedHashMap<>();
        config.stations().forEach((id, station) -> listed.put(id, station(station)));
        Optional<Station> others = Optional.ofNullable(listed.remove(StationConfig.DEFAULT));
        return new Stations(listed, others);
    }

    private Station station(StationConfig station) {
        Inspector inspector = inspector(config.modelOf(station));
        ModelManifest manifest = inspector.manifest();
        return new Station(
                new ModelReference(manifest.name(), manifest.version(), manifest.graphSha256()),
                new InspectionSettings(
                        threshold(station, inspector),
                        station.regionOfInterest(),
                        station.bitWindow(),
                        config.limits()),
                inspector::inspect);
    }

    private static double threshold(StationConfig station, Inspector inspector) {
        try {
            if (station.threshold().isPresent()) {
                return station.threshold().getAsDouble();
            }
            return station.falseAlarmRate().isPresent()
                    ? inspector.threshold(station.falseAlarmRate().getAsDouble())
                    : inspector.threshold();
        } catch (RuntimeException e) {
            throw new AppException("station " + station.id() + ": " + e.getMessage(), e);
        }
    }

    private Inspector inspector(String model) {
        Inspector inspector = inspectors.get(model);
        if (inspector == null) {
            throw new IllegalStateException("model " + model + " is not loaded; the configuration was checked for it");
        }
        return inspector;
    }

    @Override
    public void close() {
        inspectors.values().forEach(Inspector::close);
    }
}
