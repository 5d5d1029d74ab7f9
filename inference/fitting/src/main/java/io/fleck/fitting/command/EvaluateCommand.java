package io.fleck.fitting.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.FleckCommand;
import io.fleck.cli.Progress;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.core.inspect.Inspector;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.evaluation.Evaluation;
import io.fleck.fitting.evaluation.EvaluationException;
import io.fleck.fitting.evaluation.Evaluator;
import io.fleck.fitting.evaluation.PixelQuality;
import io.fleck.fitting.evaluation.Quality;
import io.fleck.fitting.evaluation.UnreadableFile;
import io.fleck.fitting.report.EvaluationReport;
import io.fleck.fitting.report.ReportContext;
import io.fleck.fitting.report.ReportException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how good a model is on labelled images or wafer maps. */
@Command(name = "evaluate", description = "Measures a model on labelled images or wafer maps and reports on it.")
public final class EvaluateCommand implements FleckCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Source source;

    static final class Source {
        @Option(
                names = "--data",
                paramLabel = "INDEX",
                description =
                        "Labelled images: an index.tsv, or a folder with good/ and others. Test rows where it says"
                                + " split.")
        private @Nullable Path data;

        @Option(
                names = "--wafers",
                paramLabel = "FILE",
                description = "Labelled wafer maps: rows of id,label,rows,cols,n_die,n_fail,rle; plain or .gz.")
        private @Nullable Path wafers;
    }

    @Option(names = "--report", paramLabel = "FILE", description = "Write a report as one HTML file.")
    private @Nullable Path report;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Images inspected at a time (default: the number of cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the images that the report draws (default: 0).")
    private long seed;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        if (threads < 1) {
            throw CommandException.usage("--threads " + threads + "; at least 1");
        }
        Path images = source.data;
        Path wafers = source.wafers;
        try {
            if (images != null) {
                return evaluate(images);
            } else if (wafers == null) {
                throw CommandException.usage("one of --data and --wafers is needed");
            }
            requireNoReport();
            new WaferRun(model, common).evaluate(wafers);
            return ExitCode.DONE;
        } catch (DataException e) {
            throw CommandException.usage((images != null ? "--data " : "--wafers ") + e.getMessage());
        } catch (EvaluationException | InferenceException | ReportException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private void requireNoReport() {
        if (report != null) {
            throw CommandException.usage("--report " + report + ": there is no report of wafers yet");
        }
    }

    private int evaluate(Path data) throws InterruptedException {
        List<LabelledImage> images = DataSet.open(data).forEvaluation();
        PixelQuality.requireHeap(images, Runtime.getRuntime().maxMemory());
        Evaluation evaluation = inspect(images);
        Quality quality = Quality.of(evaluation);
        if (report != null) {
            new EvaluationReport(evaluation, quality, context(data)).write(report);
        }
        List<UnreadableFile> unreadable = quality.unreadable(evaluation).toList();
        unreadable.forEach(file -> spec.commandLine().getErr().println("fleck: " + file.name() + ": " + file.reason()));
        publish(evaluation, quality);
        return unreadable.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Evaluation inspect(List<LabelledImage> images) throws InterruptedException {
        try (Inspector inspector = model.open(threads);
                Progress progress = common.progress("evaluate", images.size())) {
            InspectionSettings settings = ModelOptions.settings(inspector);
            return new Evaluator(inspector.manifest(), frame -> inspector.inspect(frame, settings), threads)
                    .evaluate(images, progress::step);
        }
    }

    private ReportContext context(Path data) {
        return new ReportContext(data.toString(), model.engineName(), threads, seed, clock.instant());
    }

    private void publish(Evaluation evaluation, Quality quality) {
        if (!common.quiet()) {
            DefectTable.print(quality, System.out);
        }
        common.publish(EvaluationFigures.of(evaluation, quality));
    }
}
