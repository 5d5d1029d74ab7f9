package io.fleck.fitting.report;

import io.fleck.fitting.choice.Judged;
import io.fleck.fitting.report.Plot.Axis;
import io.fleck.fitting.report.Plot.Point;
import java.nio.file.Path;
import java.util.List;

/** One page on the detectors that were tried: a picture of quality against time, and the table. */
public final class ChoiceReport {
    private final List<Judged> tried;
    private final Judged chosen;

    /**
     * A page.
     *
     * @param tried at least one
     * @param chosen one of them
     */
    public ChoiceReport(List<Judged> tried, Judged chosen) {
        this.tried = List.copyOf(tried);
        this.chosen = chosen;
    }

    /**
     * Writes the page; its folder is made where missing.
     *
     * @throws ReportException when the file cannot be written
     */
    public void write(Path file) {
        Page.write(file, html());
    }

    String html() {
        Element main = Element.of("main")
                .add(Element.of("header")
                        .add(Element.of("h1").text("Choice of a detector"))
                        .add(Element.of("div", "muted")
                                .text("chosen: " + chosen.candidate().name())))
                .add(Element.of("div", "charts")
                        .add(Element.of("section", "card")
                                .add(Element.of("h3").text("Quality and time"))
                                .add(picture())))
                .add(Element.of("h2").text("What was tried"))
                .add(Element.of("div", "card").add(table()));
        return Page.of("Choice of a detector", main);
    }

    private Element picture() {
        double slowest =
                tried.stream().mapToDouble(Judged::millisecondsPerImage).max().orElse(1);
        Plot plot = new Plot(
                "Image AUROC against milliseconds an image",
                new Axis("Milliseconds an image", Scale.linear(0, slowest), Texts::number),
                new Axis("Image AUROC", Scale.linear(0, 1), Texts::number));
        tried.forEach(judged -> plot.dot(
                new Point(judged.millisecondsPerImage(), judged.auroc()),
                judged.candidate().name()));
        return plot.svg();
    }

    private Element table() {
        Element body = Element.of("tbody");
        for (Judged judged : tried) {
            String text = "image AUROC " + Texts.number(judged.auroc()) + ", "
                    + Texts.number(judged.millisecondsPerImage()) + " ms an image";
            body.add(Element.of("tr")
                    .add(Element.of("th")
                            .with("scope", "row")
                            .text(judged.candidate().name()))
                    .add(Element.of("td", "text").text(judged.equals(chosen) ? text + " (chosen)" : text)));
        }
        return Element.of("table", "facts").add(body);
    }
}
