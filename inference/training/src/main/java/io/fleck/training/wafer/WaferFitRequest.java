package io.fleck.training.wafer;

import io.fleck.core.engine.EngineProvider;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.wafer.LabelledWafer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What to train and how.
 *
 * @param wafers labelled wafers of at least two classes, those that are held out left away
 * @param settings of the training
 * @param views of a wafer that the model averages over, 1 to 8
 * @param falseNovelRate part of the known wafers that may be called novel, in (0, 1)
 * @param engine runs the written graph, to calibrate what will run
 * @param checkpoint where a training on its way is kept
 * @param resume whether to go on from it where there is one
 */
public record WaferFitRequest(
        List<LabelledWafer> wafers,
        TrainingSettings settings,
        int views,
        double falseNovelRate,
        EngineProvider engine,
        Path checkpoint,
        boolean resume) {
    /** Fewest wafers a class: fewer cannot be divided into training, validation and calibration. */
    static final int FEWEST = 4;

    /** Checks ranges and classes. */
    public WaferFitRequest {
        wafers = List.copyOf(wafers);
        if (!(falseNovelRate > 0 && falseNovelRate < 1)) {
            throw new FitException("false-novel rate " + falseNovelRate + "; allowed is above 0 and below 1");
        }
        if (views < 1 || views > 8) {
            throw new FitException("views " + views + "; allowed are 1 to 8");
        }
        List<String> labels = wafers.stream().map(LabelledWafer::label).toList();
        Set<String> classes = new HashSet<>(labels);
        if (classes.size() < 2) {
            throw new FitException("wafers of the classes " + classes + "; at least two classes are needed");
        }
        for (String name : classes) {
            long count = labels.stream().filter(name::equals).count();
            if (count < FEWEST) {
                throw new FitException("class " + name + " has " + count + " wafers; at least " + FEWEST);
            }
        }
    }

    /** Names of the classes, sorted. */
    List<String> classes() {
        return wafers.stream().map(LabelledWafer::label).distinct().sorted().toList();
    }
}
