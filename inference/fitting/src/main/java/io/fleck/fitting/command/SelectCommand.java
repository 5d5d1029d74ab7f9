package io.fleck.fitting.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.cli.FleckCommand;
import io.fleck.core.detect.CalibrationException;
import io.fleck.core.engine.EngineUnavailableException;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.model.ModelException;
import io.fleck.fitting.backbone.BackboneException;
import io.fleck.fitting.choice.Candidate;
import io.fleck.fitting.choice.Judged;
import io.fleck.fitting.choice.Selection;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.evaluation.EvaluationException;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.FitRequest;
import io.fleck.fitting.fit.FittedModel;
import io.fleck.fitting.fit.ModelFit;
import io.fleck.fitting.report.ChoiceReport;
import io.fleck.fitting.report.ReportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code select}: tries detectors on good pictures alone, picks one and fits it. */
@Command(
        name = "select",
        description =
                "Tries detectors on pictures of good parts, judges them by defects drawn into some of these or by one's"
                        + " own, and fits the one that does best.")
public final class SelectCommand implements FleckCommand {
    /** No candidate is begun after this: the last one and the fit of the winner then end within 20 minutes. */
    private static final Duration LIMIT = Duration.ofMinutes(12);

    private final Clock clock = Clock.systemUTC();

    @Mixin
    private final FitOptions options = new FitOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--model", required = true, paramLabel = "OUT", description = "Directory of the model to write.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path model;

    @Option(
            names = "--defects",
            paramLabel = "DIR",
            description = "One's own pictures of defects, an index.tsv or a folder whose folders are their names; the"
                    + " detectors are judged by these instead of drawn ones.")
    private @Nullable Path defects;

    @Option(
            names = "--budget-ms",
            paramLabel = "N",
            description = "Most milliseconds an image on this machine, one at a time (default: no limit).")
    private double budget = Double.POSITIVE_INFINITY;

    @Option(names = "--report", paramLabel = "FILE", description = "Write what was tried as one HTML file.")
    private @Nullable Path report;

    @Override
    public Integer call() throws InterruptedException {
        if (!(budget > 0)) {
            throw CommandException.usage("--budget-ms " + budget + "; above 0");
        }
        try {
            return select();
        } catch (EngineUnavailableException e) {
            throw CommandException.missing(String.valueOf(e.getMessage()), e);
        } catch (DataException | FitException | BackboneException | CalibrationException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        } catch (InferenceException | ModelException | EvaluationException | ReportException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private int select() throws InterruptedException {
        List<Candidate> candidates = Candidate.all();
        FitRequest request = options.request(candidates.get(0).recipe());
        List<Judged> judged = judge(request, candidates);
        Judged best = Judged.best(judged, budget)
                .orElseThrow(() -> CommandException.failed("no detector takes at most " + budget + " ms an image; "
                        + "the fastest takes " + fastest(judged)));
        if (report != null) {
            new ChoiceReport(judged, best).write(report);
        }
        FittedModel fitted = fit(best);
        fitted.write(model);
        publish(judged, best, fitted);
        return ExitCode.DONE;
    }

    private static String fastest(List<Judged> judged) {
        return number(
                judged.stream().mapToDouble(Judged::millisecondsPerImage).min().orElse(0));
    }

    private List<Judged> judge(FitRequest request, List<Candidate> candidates) throws InterruptedException {
        List<LabelledImage> own = defects == null
                ? List.of()
                : DataSet.open(defects).images().stream()
                        .filter(image -> !image.good())
                        .toList();
        if (defects != null && own.isEmpty()) {
            throw CommandException.usage("--defects " + defects + ": no defective pictures in it");
        }
        Path folder = temporary();
        try (FitProgress progress = new FitProgress(common)) {
            return new Selection(request, own, LIMIT, clock, progress).judge(candidates, folder);
        } finally {
            delete(folder);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("fleck-select-");
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder cannot be made: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    private FittedModel fit(Judged best) throws InterruptedException {
        try (FitProgress progress = new FitProgress(common)) {
            String name = String.valueOf(model.toAbsolutePath().normalize().getFileName());
            return new ModelFit(options.request(best.candidate().recipe()), progress, clock).run(name);
        }
    }

    private void publish(List<Judged> judged, Judged best, FittedModel fitted) {
        if (!common.quiet()) {
            judged.forEach(one -> System.out.println(String.format(
                    Locale.ROOT,
                    "%-24s AUROC %.4f %8.2f ms%s",
                    one.candidate().name(),
                    one.auroc(),
                    one.millisecondsPerImage(),
                    one.equals(best) ? "  chosen" : "")));
        }
        common.publish(new Figures()
                .put("candidates", judged.stream().map(Judged::asMap).toList())
                .put("chosen", best.candidate().name())
                .put("why", why(best))
                .put("version", fitted.manifest().version()));
    }

    private String why(Judged best) {
        return "image AUROC " + number(best.auroc()) + " on "
                + (defects == null ? "drawn defects" : "the given defects")
                + " is the highest, or as good as it and faster, of those within the budget";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
