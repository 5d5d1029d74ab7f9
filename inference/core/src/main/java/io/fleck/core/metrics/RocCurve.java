package io.fleck.core.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * False-alarm rate against detection rate for every threshold that changes either.
 *
 * @param points from (0, 0), where nothing is an alarm, to (1, 1), where everything is; both rates ascend
 */
public record RocCurve(List<Point> points) {
    /** Keeps a copy of the points. */
    public RocCurve {
        points = List.copyOf(points);
    }

    /**
     * One threshold.
     *
     * @param threshold items that score at least this are alarms; positive infinity for the first point
     * @param falseAlarmRate part of the good items that are alarms, in [0, 1]
     * @param detectionRate part of the defective items that are alarms, in [0, 1]
     */
    public record Point(double threshold, double falseAlarmRate, double detectionRate) {}

    /**
     * The whole curve.
     *
     * @return a curve without points when there are not both good and defective items
     */
    public static RocCurve of(SortedScores scores) {
        List<Point> points = new ArrayList<>();
        if (scores.comparable()) {
            points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
            double good = scores.good();
            double defective = scores.defective();
            scores.descend((score, goodAtLeast, defectiveAtLeast) ->
                    points.add(new Point(score, goodAtLeast / good, defectiveAtLeast / defective)));
        }
        return new RocCurve(points);
    }
}
