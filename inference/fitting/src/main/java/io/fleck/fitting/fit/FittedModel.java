package io.fleck.fitting.fit;

import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import java.nio.file.Path;
import java.util.List;

/**
 * A fitted and calibrated model, not yet on disk.
 *
 * @param manifest what model.json will say
 * @param graph bytes of graph.onnx
 * @param calibrator over the held-out scores
 * @param fittedImages pictures that the detector was fitted on
 * @param portabilityProblems why the graph may not run on TensorRT; empty when nothing is known
 */
@SuppressWarnings("ArrayRecordComponent") // a file's bytes, compared by nobody
public record FittedModel(
        ModelManifest manifest,
        byte[] graph,
        ConformalCalibrator calibrator,
        int fittedImages,
        List<String> portabilityProblems) {
    /** Keeps a copy of the problems. */
    public FittedModel {
        portabilityProblems = List.copyOf(portabilityProblems);
    }

    /**
     * Writes the model directory in one step, replacing a model that is there.
     *
     * @throws io.fleck.core.model.ModelException when it cannot be written
     */
    public ModelPackage write(Path directory) {
        return ModelPackage.write(directory, manifest, graph);
    }
}
