package io.fleck.training.command;

import io.fleck.cli.CommandException;
import io.fleck.training.wafer.LearningCurve;
import io.fleck.training.wafer.LearningCurve.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A learning curve as an SVG picture, which needs no fonts of this machine. */
final class CurvePicture {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int LEFT = 56;
    private static final int RIGHT = 584;
    private static final int TOP = 24;
    private static final int BOTTOM = 276;
    private static final int TICKS = 4;
    private static final String LOSS = "#1f5fa8";
    private static final String SCORE = "#b3541e";

    private final LearningCurve curve;
    private final double mostLoss;
    private final double lastStep;

    private CurvePicture(LearningCurve curve) {
        this.curve = curve;
        this.mostLoss = curve.losses().stream().mapToDouble(Point::value).max().orElse(1);
        this.lastStep = curve.losses().stream().mapToDouble(Point::step).max().orElse(1);
    }

    /** Writes the picture and returns where. */
    static Path write(LearningCurve curve, Path file) {
        try {
            return Files.writeString(file, new CurvePicture(curve).svg());
        } catch (IOException e) {
            throw CommandException.failed("learning curve " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\" role=\"img\" aria-label=\"Learning curve\">\n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
                WIDTH,
                HEIGHT));
        for (int tick = 0; tick <= TICKS; tick++) {
            svg.append(tick((double) tick / TICKS));
        }
        svg.append(line(curve.losses(), mostLoss, LOSS)).append(line(curve.scores(), 1, SCORE));
        svg.append(text(LEFT, TOP - 8, "start", LOSS, "loss"));
        svg.append(text(RIGHT, TOP - 8, "end", SCORE, "macro-F1 of the validation wafers"));
        return svg.append(text((LEFT + RIGHT) / 2.0, HEIGHT - 8, "middle", "#333", "step"))
                .append("</svg>\n")
                .toString();
    }

    private String tick(double part) {
        double top = BOTTOM - part * (BOTTOM - TOP);
        String grid = String.format(
                Locale.ROOT,
                "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>\n",
                LEFT,
                RIGHT,
                top,
                top);
        double left = LEFT + part * (RIGHT - LEFT);
        return grid
                + text(LEFT - 6, top + 4, "end", LOSS, String.format(Locale.ROOT, "%.2f", part * mostLoss))
                + text(RIGHT + 6, top + 4, "start", SCORE, String.format(Locale.ROOT, "%.2f", part))
                + text(left, BOTTOM + 18, "middle", "#333", String.format(Locale.ROOT, "%.0f", part * lastStep));
    }

    private static String text(double x, double y, String anchor, String colour, String words) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
                x,
                y,
                anchor,
                colour,
                words);
    }

    private String line(List<Point> points, double most, String colour) {
        String path = points.stream()
                .map(point -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        LEFT + point.step() / lastStep * (RIGHT - LEFT),
                        BOTTOM - point.value() / most * (BOTTOM - TOP)))
                .collect(Collectors.joining(" "));
        return "<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"1.5\" points=\"" + path + "\"/>\n";
    }
}
