package io.fleck.core.detect;

/**
 * Number of successes in n draws whose common probability follows Beta(alpha, beta). Commons Statistics has the Beta law
 * but not this mixture; its weights follow from one product and one recurrence, so no special function is needed.
 *
 * @param draws n, at least 0
 * @param alpha above 0
 * @param beta above 0
 */
record BetaBinomial(int draws, double alpha, double beta) {
    BetaBinomial {
        if (draws < 0 || !(alpha > 0) || !(beta > 0)) {
            throw new IllegalArgumentException("Beta-binomial law of " + draws + " draws, alpha " + alpha + ", beta "
                    + beta + "; draws must be at least 0, alpha and beta above 0");
        }
    }

    /** The smallest x with P(X <= x) at least p, from 0 to {@link #draws}. */
    int quantile(double p) {
        double logWeight = logWeightOfNone();
        double cumulative = Math.exp(logWeight);
        int x = 0;
        while (cumulative < p && x < draws) {
            logWeight += logRatio(x);
            cumulative += Math.exp(logWeight);
            x++;
        }
        return x;
    }

    /** log P(0) = log of the product of (beta + i) / (alpha + beta + i) for i below n. */
    private double logWeightOfNone() {
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            sum += Math.log((beta + i) / (alpha + beta + i));
        }
        return sum;
    }

    /** log P(x + 1) - log P(x). */
    private double logRatio(int x) {
        return Math.log((draws - x) * (alpha + x)) - Math.log((x + 1.0) * (draws - x - 1 + beta));
    }
}
