package io.fleck.core.wafer.cause;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A value of an attribute, or of two together, that goes with a signature.
 *
 * @param values one or two values by the name of their attribute
 * @param affected wafers of these values that show the signature
 * @param wafers all wafers of these values
 * @param score how far the attribute's mutual information with the signature lies above what it is in shuffles, in
 *     their standard deviations
 * @param pValue probability that chance alone gives any attribute such a score, in (0, 1]; never below 1 / (shuffles + 1)
 */
public record Suspect(Map<String, String> values, int affected, int wafers, double score, double pValue) {
    /** Keeps a copy, in order of the names. */
    public Suspect {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Part of its wafers that show the signature. */
    public double rate() {
        return (double) affected / wafers;
    }
}
