package io.fleck.fitting.report;

import io.fleck.fitting.evaluation.Evaluation;
import io.fleck.fitting.evaluation.Quality;
import io.fleck.fitting.evaluation.ScoredImage;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The report of an evaluation as one HTML file that loads nothing else, in light and dark. */
public final class EvaluationReport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", java.util.Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Evaluation evaluation;
    private final Quality quality;
    private final ReportContext context;

    /** A report on an evaluation and the figures computed from it. */
    public EvaluationReport(Evaluation evaluation, Quality quality, ReportContext context) {
        this.evaluation = evaluation;
        this.quality = quality;
        this.context = context;
    }

    /**
     * Writes the report; its folder is made where missing. Reads the images that it shows.
     *
     * @throws ReportException when the file cannot be written
     */
    public void write(Path file) {
        Page.write(file, html());
    }

    String html() {
        String title = "Evaluation of " + evaluation.model().name() + " "
                + evaluation.model().version();
        Element main = Element.of("main")
                .add(header(title))
                .add(Summary.tiles(evaluation, quality))
                .add(Summary.statement(quality));
        addCharts(main);
        addTables(main);
        main.addAll(
                new PictureSections(threshold()).of(Gallery.of(evaluation.images(), context.seed()), context.seed()));
        main.add(Element.of("footer").text("Written by Fleck, " + TIME.format(context.at()) + "."));
        return Page.of(title, main);
    }

    private Element header(String title) {
        return Element.of("header")
                .add(Element.of("h1").text(title))
                .add(Element.of("div", "muted")
                        .text(evaluation.model().detector() + " detector \u00b7 " + context.data()));
    }

    private void addCharts(Element main) {
        if (evaluation.images().isEmpty()) {
            return;
        }
        Element charts = Element.of("div", "charts");
        if (!quality.images().roc().points().isEmpty()) {
            Charts curves = new Charts(quality);
            charts.add(chart("ROC", curves.roc())).add(chart("Precision and recall", curves.precisionRecall()));
        }
        charts.add(chart("Scores", histogram()).add(legend()));
        main.add(charts);
    }

    private Element histogram() {
        return new ScoreHistogram(scores(true), scores(false), threshold()).svg();
    }

    private OptionalDouble threshold() {
        return Stream.ofNullable(evaluation.model().calibration())
                .mapToDouble(calibration -> calibration.threshold())
                .findFirst();
    }

    private double[] scores(boolean good) {
        return evaluation.images().stream()
                .filter(scored -> scored.image().good() == good)
                .mapToDouble(ScoredImage::score)
                .toArray();
    }

    private static Element chart(String title, Element svg) {
        return Element.of("section", "card").add(Element.of("h3").text(title)).add(svg);
    }

    private static Element legend() {
        return Element.of("div", "legend")
                .add(Element.of("span", "key key-good").text("good"))
                .add(Element.of("span", "key key-defect").text("defective"));
    }

    private void addTables(Element main) {
        if (!quality.images().defects().isEmpty()) {
            main.add(Element.of("h2").text("Defect by defect"))
                    .add(Element.of("p", "lead").text("Each kind of defect against all good images."))
                    .add(Element.of("div", "card").add(Tables.defects(quality)));
        }
        main.add(Element.of("h2").text("What was measured"))
                .add(Element.of("div", "card").add(Tables.facts(evaluation, quality, context)));
        if (quality.unreadable(evaluation).findAny().isPresent()) {
            main.add(Element.of("h2").text("Files that could not be read"))
                    .add(Element.of("div", "card").add(Tables.unreadable(evaluation, quality)));
        }
    }
}
