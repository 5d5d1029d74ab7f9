package io.fleck.core.wafer;

/** Logits as probabilities. */
public final class Softmax {
    private Softmax() {}

    /** Place of the largest; of equal ones the first. */
    public static int best(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return best;
    }

    /** Probability of the largest. */
    public static double confidence(float[] logits) {
        double most = logits[best(logits)];
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - most);
        }
        return 1 / sum;
    }
}
