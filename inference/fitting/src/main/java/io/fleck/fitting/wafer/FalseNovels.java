package io.fleck.fitting.wafer;

import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.wafer.NoveltyGate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Known wafers that were called novel, and how many chance explains.
 *
 * @param wafers known wafers
 * @param novel those that were called novel
 * @param bound the most that a gate which keeps its rate would call novel, with 99.9 % confidence
 */
public record FalseNovels(int wafers, int novel, int bound) {
    private static final double CONFIDENCE = 0.999;

    /**
     * Counts. Wafers that share a calibrator follow its Beta-binomial law; over several calibrators their quantiles add up,
     * each at so much more confidence that all hold together (Bonferroni).
     */
    static FalseNovels of(NoveltyGate gate, List<JudgedWafer> wafers, List<String> classes) {
        Set<ConformalCalibrator> calibrators = new HashSet<>();
        classes.forEach(name -> calibrators.add(gate.calibrator(name)));
        double confidence = 1 - (1 - CONFIDENCE) / calibrators.size();
        int bound = 0;
        for (ConformalCalibrator calibrator : calibrators) {
            int count = (int) wafers.stream()
                    .filter(wafer -> gate.calibrator(wafer.result().signature()) == calibrator)
                    .count();
            bound += calibrator.falseAlarmBound(gate.rate(), count, confidence);
        }
        int novel =
                (int) wafers.stream().filter(wafer -> wafer.result().novel()).count();
        return new FalseNovels(wafers.size(), novel, bound);
    }

    /** Part that was called novel; 0 without wafers. */
    public double rate() {
        return wafers == 0 ? 0 : (double) novel / wafers;
    }

    /** The bound as a part; 0 without wafers. */
    public double boundRate() {
        return wafers == 0 ? 0 : (double) bound / wafers;
    }
}
