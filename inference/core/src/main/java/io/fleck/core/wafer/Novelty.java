package io.fleck.core.wafer;

/**
 * How unlike the known classes a wafer is.
 *
 * @param score combined score, the higher the more; for ranking wafers
 * @param pValue conformal: small means unlike the known wafers, in (0, 1]
 * @param conditional whether the p-value compares with wafers of the predicted class only, or with those of the rarest classes together
 */
public record Novelty(double score, double pValue, boolean conditional) {}
