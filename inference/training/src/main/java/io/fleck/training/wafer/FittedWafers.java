package io.fleck.training.wafer;

import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import java.nio.file.Path;
import java.util.List;

/**
 * A trained and calibrated model of wafers, not yet on disk.
 *
 * @param manifest what model.json will say
 * @param graph bytes of graph.onnx
 * @param validationMacroF1 of the validation wafers
 * @param counts how many wafers trained, validated and calibrated
 * @param curve how the training went
 * @param portabilityProblems why the graph may not run on TensorRT; empty when nothing is known
 */
@SuppressWarnings("ArrayRecordComponent") // a file's bytes, compared by nobody
public record FittedWafers(
        ModelManifest manifest,
        byte[] graph,
        double validationMacroF1,
        Counts counts,
        LearningCurve curve,
        List<String> portabilityProblems) {
    /** Keeps a copy of the problems. */
    public FittedWafers {
        portabilityProblems = List.copyOf(portabilityProblems);
    }

    /** Wafers by what they were used for. */
    public record Counts(int training, int validation, int calibration) {}

    /**
     * Writes the model directory in one step, replacing a model that is there.
     *
     * @throws io.fleck.core.model.ModelException when it cannot be written
     */
    public ModelPackage write(Path directory) {
        return ModelPackage.write(directory, manifest, graph);
    }
}
