package io.fleck.fitting.report;

import io.fleck.core.metrics.RocCurve;
import io.fleck.fitting.evaluation.Quality;
import io.fleck.fitting.report.Plot.Axis;
import io.fleck.fitting.report.Plot.Point;
import java.util.ArrayList;
import java.util.List;

/** ROC and precision-recall curve, each with the point at which the model's threshold works. */
final class Charts {
    private final Quality quality;

    Charts(Quality quality) {
        this.quality = quality;
    }

    /** Detection rate against false-alarm rate. */
    Element roc() {
        Plot plot = new Plot("ROC curve", rate("False-alarm rate"), rate("Detection rate"))
                .line("chance", List.of(new Point(0, 0), new Point(1, 1)))
                .area("curve-area", rocPoints())
                .line("curve", rocPoints());
        quality.falseAlarms().ifPresent(alarms -> plot.dot(new Point(alarms.rate(), detectionRate()), "threshold"));
        return plot.svg();
    }

    private List<Point> rocPoints() {
        return quality.images().roc().points().stream()
                .map(point -> new Point(point.falseAlarmRate(), point.detectionRate()))
                .toList();
    }

    /**
     * Precision against recall, in steps: average precision takes the precision at a threshold for all of the recall
     * gained there.
     */
    Element precisionRecall() {
        double share = defective() / (defective() + quality.images().good());
        Plot plot = new Plot("Precision-recall curve", rate("Recall"), rate("Precision"))
                .line("chance", List.of(new Point(0, share), new Point(1, share)))
                .line("curve", steps());
        quality.falseAlarms()
                .filter(alarms -> alarms.alarms() + quality.images().detected() > 0)
                .ifPresent(alarms -> plot.dot(new Point(detectionRate(), precision(alarms.alarms())), "threshold"));
        return plot.svg();
    }

    private List<Point> steps() {
        List<Point> steps = new ArrayList<>();
        double recall = 0;
        List<RocCurve.Point> thresholds = quality.images().roc().points();
        for (RocCurve.Point threshold : thresholds.subList(1, thresholds.size())) {
            double found = threshold.detectionRate() * defective();
            double precision = found
                    / (found + threshold.falseAlarmRate() * quality.images().good());
            steps.add(new Point(recall, precision));
            steps.add(new Point(threshold.detectionRate(), precision));
            recall = threshold.detectionRate();
        }
        return steps;
    }

    private double defective() {
        return quality.images().defective();
    }

    private double detectionRate() {
        return quality.images().detected() / defective();
    }

    private double precision(int falseAlarms) {
        double detected = quality.images().detected();
        return detected / (detected + falseAlarms);
    }

    private static Axis rate(String label) {
        return new Axis(label, Scale.linear(0, 1), Texts::number);
    }
}
