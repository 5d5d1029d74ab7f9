package io.fleck.training.wafer;

import io.fleck.core.metrics.ConfusionMatrix;
import io.fleck.core.wafer.Softmax;
import io.fleck.core.wafer.WaferNetwork;
import io.fleck.fitting.wafer.LabelledWafer;
import java.util.List;

/**
 * How far logits are corrected from the frequencies of the draws to the true ones. The whole correction is right where
 * logits are true log-odds; a part of it is best where they are not, and validation says which.
 *
 * @param part of the correction that is applied
 * @param macroF1 of the validation wafers with it
 */
record Decision(double part, double macroF1) {
    private static final double[] PARTS = {0, 0.25, 0.5, 0.75, 1, 1.25};

    /** The part of the highest macro-F1; of equal ones the smallest. */
    static Decision of(
            List<String> classes, List<LabelledWafer> wafers, List<WaferNetwork.Output> outputs, double[] correction) {
        Decision best = new Decision(0, -1);
        for (double part : PARTS) {
            double macroF1 = macroF1(classes, wafers, outputs, scaled(correction, part));
            best = macroF1 > best.macroF1 ? new Decision(part, macroF1) : best;
        }
        return best;
    }

    static float[] scaled(double[] correction, double part) {
        float[] scaled = new float[correction.length];
        for (int c = 0; c < scaled.length; c++) {
            scaled[c] = (float) (part * correction[c]);
        }
        return scaled;
    }

    private static double macroF1(
            List<String> classes, List<LabelledWafer> wafers, List<WaferNetwork.Output> outputs, float[] added) {
        ConfusionMatrix confusion = new ConfusionMatrix(classes);
        for (int i = 0; i < wafers.size(); i++) {
            float[] logits = outputs.get(i).logits().clone();
            for (int c = 0; c < logits.length; c++) {
                logits[c] += added[c];
            }
            confusion.add(wafers.get(i).label(), classes.get(Softmax.best(logits)));
        }
        return confusion.macroF1().orElse(0);
    }
}
