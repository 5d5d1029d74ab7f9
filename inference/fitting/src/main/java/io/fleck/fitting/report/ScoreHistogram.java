package io.fleck.fitting.report;

import io.fleck.fitting.report.Plot.Axis;
import io.fleck.fitting.report.Plot.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Scores of good and defective images in bins of equal width on the axis, each kind as a share of its own number. */
final class ScoreHistogram {
    static final int BINS = 40;

    private final double[] good;
    private final double[] defective;
    private final OptionalDouble threshold;
    private final Scale scale;

    /** Needs at least one score. */
    ScoreHistogram(double[] good, double[] defective, OptionalDouble threshold) {
        this.good = good;
        this.defective = defective;
        this.threshold = threshold;
        this.scale = Scale.ofScores(all().min().orElseThrow(), all().max().orElseThrow());
    }

    private DoubleStream all() {
        return DoubleStream.concat(
                DoubleStream.concat(Arrays.stream(good), Arrays.stream(defective)),
                threshold.stream().filter(Double::isFinite));
    }

    Element svg() {
        double highest = DoubleStream.concat(Arrays.stream(shares(good)), Arrays.stream(shares(defective)))
                .max()
                .orElseThrow();
        Plot plot = new Plot(
                "Histogram of scores",
                new Axis(label(), scale, Texts::number),
                new Axis("Share of images", Scale.linear(0, highest), Texts::percent));
        draw(plot, "defect", defective);
        draw(plot, "good", good);
        threshold.ifPresent(value -> plot.marker(value, "threshold " + Texts.number(value)));
        return plot.svg();
    }

    private String label() {
        return scale instanceof Scale.Logarithmic ? "Score (logarithmic)" : "Score";
    }

    private void draw(Plot plot, String kind, double[] scores) {
        if (scores.length > 0) {
            List<Point> outline = outline(shares(scores));
            plot.area("area-" + kind, outline).line("line-" + kind, outline);
        }
    }

    /** Part of the scores in each bin; they sum to 1. */
    double[] shares(double[] scores) {
        double[] shares = new double[BINS];
        for (double score : scores) {
            int bin = (int) (scale.position(score) * BINS);
            shares[Math.min(Math.max(bin, 0), BINS - 1)] += 1.0 / scores.length;
        }
        return shares;
    }

    private List<Point> outline(double[] shares) {
        List<Point> outline = new ArrayList<>();
        outline.add(new Point(scale.value(0), 0));
        for (int bin = 0; bin < BINS; bin++) {
            outline.add(new Point(scale.value((double) bin / BINS), shares[bin]));
            outline.add(new Point(scale.value((bin + 1.0) / BINS), shares[bin]));
        }
        outline.add(new Point(scale.value(1), 0));
        return outline;
    }
}
