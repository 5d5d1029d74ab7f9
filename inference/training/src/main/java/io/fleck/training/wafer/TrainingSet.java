package io.fleck.training.wafer;

import io.fleck.core.wafer.grid.DieCanvas;
import io.fleck.fitting.wafer.LabelledWafer;
import java.util.List;

/**
 * Wafers to train with.
 *
 * @param canvases at least one a class
 * @param labels class of each, from 0
 * @param classes their names
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, compared by nobody
record TrainingSet(List<DieCanvas> canvases, int[] labels, List<String> classes) {
    /** The name of wafers without a signature. */
    static final String NONE = "none";

    static TrainingSet of(List<LabelledWafer> wafers, List<String> classes, int resolution) {
        return new TrainingSet(
                wafers.stream()
                        .map(wafer -> DieCanvas.of(wafer.dies(), resolution))
                        .toList(),
                wafers.stream()
                        .mapToInt(wafer -> classes.indexOf(wafer.label()))
                        .toArray(),
                classes);
    }

    boolean plain(int wafer) {
        return classes.get(labels[wafer]).equals(NONE);
    }
}
