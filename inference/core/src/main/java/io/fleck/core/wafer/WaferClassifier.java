package io.fleck.core.wafer;

import io.fleck.core.detect.CalibrationException;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.core.model.WaferSettings;
import io.fleck.core.wafer.grid.DieGrid;
import java.util.List;

/**
 * A model of wafers, ready to classify.
 *
 * <p>Safe for use by several threads, one at a time.
 *
 * @param <W> what is known of a wafer
 */
public final class WaferClassifier<W> implements AutoCloseable {
    private final ModelManifest manifest;
    private final WaferSettings settings;
    private final NoveltyGate gate;
    private final WaferJudge judge;
    private final WaferNetwork<W> network;

    private WaferClassifier(ModelManifest manifest, WaferSettings settings, NoveltyGate gate, WaferNetwork<W> network) {
        this.manifest = manifest;
        this.settings = settings;
        this.gate = gate;
        this.judge = new WaferJudge(settings, gate);
        this.network = network;
    }

    /**
     * Opens a model of die grids.
     *
     * @throws ModelException when the model is of another kind or its graph does not fit its manifest
     * @throws io.fleck.core.engine.InferenceException when the engine refuses the graph
     */
    public static WaferClassifier<DieGrid> ofDies(ModelPackage model, EngineProvider provider) {
        WaferSettings settings = require(model, ModelManifest.WAFER_DIES, "die grids");
        return open(
                model, settings, WaferNetwork.ofDies(model.graph(), settings.resolution(), settings.views(), provider));
    }

    /** Refuses a model of another kind. */
    static WaferSettings require(ModelPackage model, String kind, String what) {
        ModelManifest manifest = model.manifest();
        if (!manifest.kind().equals(kind)) {
            throw new ModelException(
                    model.directory() + ": kind '" + manifest.kind() + "' cannot classify " + what + "; needed is "
                            + kind,
                    null);
        }
        WaferSettings settings = manifest.wafers();
        if (settings == null) {
            throw new ModelException(model.directory() + ": model.json has no field 'wafers'", null);
        }
        return settings;
    }

    private static <W> WaferClassifier<W> open(ModelPackage model, WaferSettings settings, WaferNetwork<W> network) {
        try {
            requireOutputs(model, settings, network.spec());
            return new WaferClassifier<>(model.manifest(), settings, gate(model, settings), network);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** The gate that a model describes. */
    static NoveltyGate gate(ModelPackage model, WaferSettings settings) {
        try {
            return NoveltyGate.of(settings);
        } catch (CalibrationException e) {
            throw new ModelException(model.directory() + ": model.json, wafers: " + e.getMessage(), e);
        }
    }

    /** Refuses a graph that does not give what the manifest needs. */
    static void requireOutputs(ModelPackage model, WaferSettings settings, ModelSpec graph) {
        List<TensorSpec> needed = List.of(
                new TensorSpec(
                        WaferGraph.LOGITS,
                        TensorType.FLOAT32,
                        List.of(settings.classes().size())),
                new TensorSpec(WaferGraph.NOVELTY, TensorType.FLOAT32, List.of(WaferGraph.SCORES)));
        if (!graph.outputs().containsAll(needed)
                || graph.outputs().stream().noneMatch(output -> output.name().equals(WaferGraph.LATENT))) {
            throw new ModelException(
                    model.directory() + ": a model of these wafers gives " + WaferGraph.LATENT + " and " + needed
                            + ", but the graph gives " + graph.outputs(),
                    null);
        }
    }

    /** What model.json says. */
    public ModelManifest manifest() {
        return manifest;
    }

    /** Classes and calibration. */
    public WaferSettings settings() {
        return settings;
    }

    /** What decides that a wafer is novel. */
    public NoveltyGate gate() {
        return gate;
    }

    /**
     * Classifies wafers, in batches where there are many.
     *
     * @return a result a wafer, in their order
     */
    public List<WaferResult> classify(List<W> wafers) {
        return network.run(wafers).stream().map(judge::judge).toList();
    }

    @Override
    public void close() {
        network.close();
    }
}
