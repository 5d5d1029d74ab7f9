package io.fleck.fitting.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.cli.FleckCommand;
import io.fleck.cli.Progress;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.core.inspect.Inspector;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.evaluation.EvaluationException;
import io.fleck.fitting.report.ReportException;
import io.fleck.fitting.report.StressReport;
import io.fleck.fitting.stress.StressBench;
import io.fleck.fitting.stress.StressFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stress}: how much of a camera's trouble a model bears, and how small a defect it finds. */
@Command(
        name = "stress",
        description =
                "Corrupts labelled images as cameras do and draws defects of known size and contrast into good ones.")
public final class StressCommand implements FleckCommand {
    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "INDEX",
            description =
                    "Labelled images: an index.tsv, or a folder with good/ and others. Test rows where it says split.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path data;

    @Option(names = "--report", paramLabel = "FILE", description = "Write a report as one HTML file.")
    private @Nullable Path report;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description =
                    "Good and defective images that are corrupted, at most so many of each (default: ${DEFAULT-VALUE})."
                            + " Severity 0 is measured on all.")
    private int sample = 60;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Images inspected at a time (default: the number of cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the sample and of all chance (default: 0).")
    private long seed;

    @Override
    public Integer call() throws InterruptedException {
        if (threads < 1 || sample < 1) {
            throw CommandException.usage("--threads " + threads + " and --sample " + sample + "; both at least 1");
        }
        try {
            StressFigures figures = measure(DataSet.open(data).forEvaluation());
            if (report != null) {
                new StressReport(figures, data.toString()).write(report);
            }
            publish(figures);
            return ExitCode.DONE;
        } catch (DataException | IllegalArgumentException e) {
            throw CommandException.usage("--data " + e.getMessage());
        } catch (EvaluationException | InferenceException | ReportException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private StressFigures measure(List<LabelledImage> all) throws InterruptedException {
        List<LabelledImage> corrupted = new ArrayList<>(some(all, true));
        corrupted.addAll(some(all, false));
        try (Inspector inspector = model.open(threads);
                Progress progress = common.progress("stress", StressBench.inspections(all, corrupted))) {
            InspectionSettings settings = ModelOptions.settings(inspector);
            return new StressBench(inspector.manifest(), frame -> inspector.inspect(frame, settings), threads, seed)
                    .run(all, corrupted, progress::step);
        }
    }

    private List<LabelledImage> some(List<LabelledImage> all, boolean good) {
        List<LabelledImage> chosen = new ArrayList<>(
                all.stream().filter(image -> image.good() == good).toList());
        Collections.shuffle(chosen, new Random(seed));
        return chosen.subList(0, Math.min(sample, chosen.size()));
    }

    private void publish(StressFigures stress) {
        Figures figures = new Figures();
        stress.clean().auroc().ifPresent(auroc -> figures.put("image_auroc", auroc));
        stress.clean().falseAlarmRate().ifPresent(rate -> figures.put("false_alarm_rate", rate));
        stress.clean().falseAlarmBound().ifPresent(bound -> figures.put("false_alarm_bound", bound));
        figures.put("null_paste_alarms", stress.nothing())
                .put("corruptions", stress.levelMaps())
                .put("detection", stress.curveMaps());
        common.publish(figures);
    }
}
