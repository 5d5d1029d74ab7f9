package io.fleck.training.wafer;

import java.util.ArrayList;
import java.util.List;

/** How a training went: loss over steps and, now and then, macro-F1 on the validation wafers. Filled by one thread. */
public final class LearningCurve {
    /** What the shown loss keeps of the loss before, so that it can be read. */
    private static final double SMOOTHING = 0.98;

    private final List<Point> losses = new ArrayList<>();
    private final List<Point> scores = new ArrayList<>();
    private double smoothed;

    /** A value at a step. */
    public record Point(int step, double value) {}

    void loss(int step, double loss) {
        smoothed = losses.isEmpty() ? loss : SMOOTHING * smoothed + (1 - SMOOTHING) * loss;
        losses.add(new Point(step, smoothed));
    }

    void score(int step, double macroF1) {
        scores.add(new Point(step, macroF1));
    }

    /** Loss, smoothed. */
    public List<Point> losses() {
        return List.copyOf(losses);
    }

    /** Macro-F1. */
    public List<Point> scores() {
        return List.copyOf(scores);
    }
}
