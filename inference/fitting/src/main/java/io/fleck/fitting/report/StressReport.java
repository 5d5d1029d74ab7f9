package io.fleck.fitting.report;

import io.fleck.fitting.report.Plot.Axis;
import io.fleck.fitting.report.Plot.Point;
import io.fleck.fitting.stress.Corruption;
import io.fleck.fitting.stress.StressFigures;
import io.fleck.fitting.stress.StressFigures.Detection;
import io.fleck.fitting.stress.StressFigures.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** One page on what a model bears: a chart a corruption, where its promise breaks, and detection curves. */
public final class StressReport {
    private final StressFigures figures;
    private final String data;

    /** A page on these figures; {@code data} names the pictures as the user did. */
    public StressReport(StressFigures figures, String data) {
        this.figures = figures;
        this.data = data;
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
        Element charts = Element.of("div", "charts");
        figures.corruptions().forEach(corruption -> charts.add(card(corruption, chart(corruption))));
        Element curves = Element.of("div", "charts");
        figures.curves().stream()
                .map(Detection::contrast)
                .distinct()
                .forEach(contrast -> curves.add(card("Contrast " + Texts.percent(contrast), curve(contrast))));
        Element main = Element.of("main")
                .add(Element.of("header")
                        .add(Element.of("h1").text("What the model bears"))
                        .add(Element.of("div", "muted").text(data)))
                .add(Element.of("h2").text("Corruptions of a camera"))
                .add(Element.of("p", "lead")
                        .text("Image AUROC (curve) and false alarms at the model's threshold (dashed) by severity."))
                .add(charts)
                .add(Element.of("h2").text("Where the promise breaks"))
                .add(Element.of("div", "card").add(breaks()))
                .add(Element.of("h2").text("How small a defect is found"))
                .add(Element.of("p", "lead").text(control()))
                .add(curves);
        return Page.of("Stress", main);
    }

    private static Element card(String title, Element svg) {
        return Element.of("section", "card").add(Element.of("h3").text(title)).add(svg);
    }

    private String control() {
        return "Part of round spots that raise an alarm, by diameter as a part of the shorter side. The control, a paste of"
                + " another good picture's pixels at the same place, raises one in " + Texts.percent(figures.nothing())
                + " of the pictures.";
    }

    private Element chart(String corruption) {
        Axis severity = new Axis("Severity", Scale.linear(0, Corruption.STRONGEST), Texts::number);
        return new Plot(corruption, severity, new Axis("Rate", Scale.linear(0, 1), Texts::number))
                .line("curve", points(corruption, Level::auroc))
                .line("chance", points(corruption, Level::falseAlarmRate))
                .svg();
    }

    private List<Point> points(String corruption, Function<Level, OptionalDouble> figure) {
        return figures.of(corruption).stream()
                .filter(level -> figure.apply(level).isPresent())
                .map(level -> new Point(level.severity(), figure.apply(level).getAsDouble()))
                .toList();
    }

    private Element breaks() {
        Element body = Element.of("tbody");
        for (String corruption : figures.corruptions()) {
            OptionalInt severity = figures.breaksAt(corruption);
            String text = severity.isPresent()
                    ? "more false alarms than allowed from severity " + severity.getAsInt()
                    : "holds up to severity " + Corruption.STRONGEST;
            body.add(Element.of("tr")
                    .add(Element.of("th").with("scope", "row").text(corruption))
                    .add(Element.of("td", "text").text(text)));
        }
        return Element.of("table", "facts").add(body);
    }

    private Element curve(double contrast) {
        List<Point> points = figures.curves().stream()
                .filter(detection -> detection.contrast() == contrast)
                .map(detection -> new Point(detection.size(), detection.detected()))
                .toList();
        double largest = points.stream().mapToDouble(Point::x).max().orElse(1);
        return new Plot(
                        "Detection at contrast " + Texts.percent(contrast),
                        new Axis("Diameter", Scale.linear(0, largest), Texts::percent),
                        new Axis("Detection rate", Scale.linear(0, 1), Texts::number))
                .line("curve", points)
                .svg();
    }
}
