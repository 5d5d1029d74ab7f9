package io.fleck.fitting.report;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** A coordinate system with axes, drawn as SVG; colours come from the style sheet by class. */
final class Plot {
    private static final double WIDTH = 360;
    private static final double HEIGHT = 264;
    private static final double LEFT = 58;
    private static final double RIGHT = WIDTH - 14;
    private static final double TOP = 14;
    private static final double BOTTOM = HEIGHT - 46;

    /** One axis: what it shows, where values lie, how a tick is written. */
    record Axis(String label, Scale scale, DoubleFunction<String> tick) {}

    /** A point in the units of the axes. */
    record Point(double x, double y) {}

    private final Axis x;
    private final Axis y;
    private final Element svg;

    /** An empty plot; {@code description} is what a screen reader says. */
    Plot(String description, Axis x, Axis y) {
        this.x = x;
        this.y = y;
        this.svg = Element.of("svg", "plot")
                .with("viewBox", "0 0 " + Texts.coordinate(WIDTH) + " " + Texts.coordinate(HEIGHT))
                .with("role", "img")
                .with("aria-label", description);
        drawAxes();
    }

    Element svg() {
        return svg;
    }

    /** Joins points by straight lines. */
    Plot line(String cssClass, List<Point> points) {
        svg.add(Element.of("path", cssClass).with("d", path(points)));
        return this;
    }

    /** Fills between points and the lower edge. */
    Plot area(String cssClass, List<Point> points) {
        double floor = y.scale().value(0);
        Point first = points.get(0);
        Point last = points.get(points.size() - 1);
        String closed = path(List.of(new Point(last.x(), floor), new Point(first.x(), floor)));
        svg.add(Element.of("path", cssClass).with("d", path(points) + closed.replace('M', 'L') + "Z"));
        return this;
    }

    /** A dot with a label that keeps within the plot. */
    Plot dot(Point at, String label) {
        double left = left(at.x());
        double top = top(at.y());
        boolean rightHalf = left > (LEFT + RIGHT) / 2;
        svg.add(Element.of("circle", "dot").with("cx", left).with("cy", top).with("r", 4.5));
        svg.add(label("note", rightHalf ? left - 10 : left + 10, top + 16, rightHalf ? "end" : "start", label));
        return this;
    }

    /** A vertical line over the whole height with a label at its upper end. */
    Plot marker(double at, String label) {
        double left = left(at);
        boolean rightHalf = left > (LEFT + RIGHT) / 2;
        svg.add(segment("marker", left, TOP, left, BOTTOM));
        svg.add(label("note", rightHalf ? left - 6 : left + 6, TOP + 10, rightHalf ? "end" : "start", label));
        return this;
    }

    private void drawAxes() {
        for (double tick : x.scale().ticks()) {
            double left = left(tick);
            svg.add(segment("grid", left, TOP, left, BOTTOM));
            svg.add(label("tick", left, BOTTOM + 16, "middle", x.tick().apply(tick)));
        }
        for (double tick : y.scale().ticks()) {
            double top = top(tick);
            svg.add(segment("grid", LEFT, top, RIGHT, top));
            svg.add(label("tick", LEFT - 8, top + 4, "end", y.tick().apply(tick)));
        }
        svg.add(segment("axis", LEFT, BOTTOM, RIGHT, BOTTOM));
        svg.add(label("axis-label", (LEFT + RIGHT) / 2, HEIGHT - 8, "middle", x.label()));
        double middle = (TOP + BOTTOM) / 2;
        svg.add(label("axis-label", 12, middle, "middle", y.label())
                .with("transform", "rotate(-90 12 " + Texts.coordinate(middle) + ")"));
    }

    private static Element segment(String cssClass, double x1, double y1, double x2, double y2) {
        return Element.of("line", cssClass)
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2);
    }

    private static Element label(String cssClass, double x, double y, String anchor, String text) {
        return Element.of("text", cssClass)
                .with("x", x)
                .with("y", y)
                .with("text-anchor", anchor)
                .text(text);
    }

    private String path(List<Point> points) {
        return points.stream()
                .map(point -> Texts.coordinate(left(point.x())) + " " + Texts.coordinate(top(point.y())))
                .collect(Collectors.joining("L", "M", ""));
    }

    private double left(double value) {
        return LEFT + (RIGHT - LEFT) * x.scale().position(value);
    }

    private double top(double value) {
        return BOTTOM - (BOTTOM - TOP) * y.scale().position(value);
    }
}
