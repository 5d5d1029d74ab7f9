package io.fleck.load.memory;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Heap and RSS over time as a drawing. */
final class MemoryChart {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 300;
    private static final int LEFT = 60;
    private static final int RIGHT = 20;
    private static final int TOP = 30;
    private static final int BOTTOM = 40;
    private static final int LINES = 4;
    private static final double MIB = 1 << 20;
    private static final double STEP = 100;

    private MemoryChart() {}

    static String svg(List<MemorySample> samples) {
        double seconds = Math.max(1, highest(samples, MemorySample::seconds));
        double mebibytes = Math.ceil(Math.max(1, highest(samples, sample -> sample.rssBytes() / MIB)) / STEP) * STEP;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH,
                HEIGHT));
        for (int line = 0; line <= LINES; line++) {
            svg.append(grid(line, mebibytes, seconds));
        }
        svg.append(curve(samples, seconds, mebibytes, "#c2410c", sample -> sample.rssBytes() / MIB));
        svg.append(curve(samples, seconds, mebibytes, "#1d4ed8", sample -> sample.heapBytes() / MIB));
        svg.append(text(LEFT, TOP - 12, "start", "#c2410c", "RSS, MiB"));
        svg.append(text(LEFT + 80, TOP - 12, "start", "#1d4ed8", "heap in use, MiB"));
        svg.append(text(WIDTH - RIGHT, HEIGHT - 8, "end", "#333", "seconds"));
        return svg.append("</svg>\n").toString();
    }

    private static double highest(List<MemorySample> samples, ToDoubleFunction<MemorySample> figure) {
        return samples.stream().mapToDouble(figure).max().orElse(0);
    }

    private static double x(double share) {
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double share) {
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    private static String grid(int line, double mebibytes, double seconds) {
        double share = (double) line / LINES;
        String rule = String.format(
                Locale.ROOT,
                "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
                LEFT,
                WIDTH - RIGHT,
                y(share),
                y(share));
        return rule
                + text(LEFT - 8, y(share) + 4, "end", "#333", String.format(Locale.ROOT, "%.0f", share * mebibytes))
                + text(
                        x(share),
                        HEIGHT - BOTTOM + 16,
                        "middle",
                        "#333",
                        String.format(Locale.ROOT, "%.0f", share * seconds));
    }

    private static String text(double x, double y, String anchor, String colour, String words) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                colour,
                words);
    }

    private static String curve(
            List<MemorySample> samples,
            double seconds,
            double mebibytes,
            String colour,
            ToDoubleFunction<MemorySample> figure) {
        String points = samples.stream()
                .map(sample -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        x(sample.seconds() / seconds),
                        y(figure.applyAsDouble(sample) / mebibytes)))
                .collect(Collectors.joining(" "));
        return "<polyline fill=\"none\" stroke-width=\"1.5\" stroke=\"" + colour + "\" points=\"" + points + "\"/>\n";
    }
}
