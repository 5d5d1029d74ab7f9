package io.fleck.k8s.check;

import java.util.ArrayList;
import java.util.List;

/** Counts what was compared and keeps what does not hold. Not safe for use by several threads. */
public final class Findings {
    private final List<String> failures = new ArrayList<>();
    private int comparisons;

    /** Compares once. */
    void require(boolean holds, String otherwise) {
        comparisons++;
        if (!holds) {
            failures.add(otherwise);
        }
    }

    /** Compares two values. */
    void requireEqual(String what, Object actual, Object expected) {
        require(actual.equals(expected), what + " is " + actual + "; it has to be " + expected);
    }

    /** How many comparisons were made. */
    public int comparisons() {
        return comparisons;
    }

    /** What does not hold, one line each. */
    public List<String> failures() {
        return List.copyOf(failures);
    }
}
