package io.fleck.core.inspect;

import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import java.util.List;
import java.util.Optional;

/**
 * A model of frames whose manifest and graph agree.
 *
 * @param label name and version, for messages
 * @param input name, width and height of the one input, uint8 [B, height, width, 3]
 * @param score float32 [B]
 * @param map float32 [B, rows, columns]; empty when the detector has none
 * @param calibrator empty when never calibrated
 */
record FrameModel(
        String label,
        ModelManifest.Input input,
        TensorSpec score,
        Optional<TensorSpec> map,
        Optional<ConformalCalibrator> calibrator) {
    private static final int CHANNELS = 3;

    /**
     * Checks a manifest against its graph.
     *
     * @throws ModelException naming the directory, the field and what the graph has instead
     */
    static FrameModel of(ModelPackage model, ModelSpec graph) {
        ModelManifest manifest = model.manifest();
        try {
            requireFrames(manifest);
            requireInput(manifest.input(), graph);
            return new FrameModel(
                    manifest.name() + " " + manifest.version(),
                    manifest.input(),
                    output("outputs.score", manifest.outputs().score(), 0, graph),
                    Optional.ofNullable(manifest.outputs().map()).map(name -> output("outputs.map", name, 2, graph)),
                    calibrator(manifest));
        } catch (IllegalArgumentException e) {
            throw new ModelException(model.directory() + ": model.json does not fit: " + e.getMessage(), e);
        }
    }

    private static void requireFrames(ModelManifest manifest) {
        if (!manifest.kind().equals(ModelManifest.FRAMES)) {
            throw new IllegalArgumentException(
                    "kind '" + manifest.kind() + "' cannot inspect frames; needed is " + ModelManifest.FRAMES);
        }
    }

    private static void requireInput(ModelManifest.Input input, ModelSpec graph) {
        TensorSpec needed =
                new TensorSpec(input.tensor(), TensorType.UINT8, List.of(input.height(), input.width(), CHANNELS));
        if (!graph.inputs().equals(List.of(needed))) {
            throw new IllegalArgumentException("input says " + needed + ", but the graph takes " + graph.inputs());
        }
    }

    private static TensorSpec output(String field, String name, int dimensions, ModelSpec graph) {
        TensorSpec tensor = graph.output(name);
        if (tensor.type() != TensorType.FLOAT32 || tensor.item().size() != dimensions) {
            throw new IllegalArgumentException(field + " needs float32 and " + dimensions
                    + " dimensions behind the batch, but the graph gives " + tensor);
        }
        return tensor;
    }

    private static Optional<ConformalCalibrator> calibrator(ModelManifest manifest) {
        return Optional.ofNullable(manifest.calibration())
                .map(ModelManifest.Calibration::scores)
                .filter(scores -> !scores.isEmpty())
                .map(ConformalCalibrator::of);
    }
}
