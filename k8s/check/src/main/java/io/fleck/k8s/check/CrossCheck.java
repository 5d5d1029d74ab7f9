package io.fleck.k8s.check;

/** One kind of agreement. */
interface CrossCheck {
    /** Compares; a check that finds nothing to compare where there has to be something says so. */
    void check(Overlay overlay, Findings findings);
}
