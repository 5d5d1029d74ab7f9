package io.fleck.fitting.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.Progress;
import io.fleck.core.wafer.WaferClassifier;
import io.fleck.core.wafer.WaferResult;
import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.fitting.wafer.JudgedWafer;
import io.fleck.fitting.wafer.LabelledWafer;
import io.fleck.fitting.wafer.WaferEvaluation;
import io.fleck.fitting.wafer.WaferRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The wafer part of {@code evaluate}. */
final class WaferRun {
    private static final int CHUNK = 64;

    private final ModelOptions model;
    private final CommonOptions common;

    WaferRun(ModelOptions model, CommonOptions common) {
        this.model = model;
        this.common = common;
    }

    void evaluate(Path file) throws InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw CommandException.usage("--wafers " + file + ": no such file");
        }
        List<LabelledWafer> wafers = WaferRows.read(file);
        if (wafers.isEmpty()) {
            throw CommandException.usage("--wafers " + file + ": holds no wafers");
        }
        try (WaferClassifier<DieGrid> classifier = model.openWafers()) {
            long started = System.nanoTime();
            List<JudgedWafer> judged = judge(classifier, wafers);
            double seconds = (System.nanoTime() - started) / 1e9;
            WaferEvaluation evaluation =
                    new WaferEvaluation(classifier.settings().classes(), classifier.gate(), judged);
            if (!common.quiet()) {
                WaferFigures.print(evaluation, System.out);
            }
            common.publish(WaferFigures.of(evaluation, wafers.size() / seconds));
        }
    }

    private List<JudgedWafer> judge(WaferClassifier<DieGrid> classifier, List<LabelledWafer> wafers)
            throws InterruptedException {
        List<JudgedWafer> judged = new ArrayList<>();
        try (Progress progress = common.progress("evaluate", wafers.size())) {
            for (int from = 0; from < wafers.size(); from += CHUNK) {
                List<LabelledWafer> chunk = wafers.subList(from, Math.min(wafers.size(), from + CHUNK));
                List<WaferResult> results = classifier.classify(
                        chunk.stream().map(LabelledWafer::dies).toList());
                for (int i = 0; i < chunk.size(); i++) {
                    judged.add(new JudgedWafer(chunk.get(i), results.get(i)));
                    progress.step();
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException("evaluation interrupted");
                }
            }
        }
        return judged;
    }
}
