package io.fleck.stream.metrics;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;

/** Counts inputs of one kind among all inputs, and measures how long they take. Safe for use by several threads. */
public final class InputMetrics {
    private final Totals totals;
    private final Histogram seconds;

    /**
     * What all kinds are counted in.
     *
     * @param received taken up
     * @param results by verdict
     * @param deadLetters by reason
     * @param aborted given up
     * @param inFlight taken up and without an outcome
     */
    record Totals(Counter received, Counter results, Counter deadLetters, Counter aborted, Gauge inFlight) {}

    InputMetrics(Totals totals, Histogram seconds) {
        this.totals = totals;
        this.seconds = seconds;
    }

    /** An input record is taken up. */
    public void received() {
        totals.received.inc();
        totals.inFlight.inc();
    }

    /**
     * An input ended with a result.
     *
     * @param verdict name of the verdict
     * @param elapsed seconds since it was taken up
     */
    public void result(String verdict, double elapsed) {
        totals.results.labels(verdict).inc();
        ended(elapsed);
    }

    /**
     * A record ended as a dead letter.
     *
     * @param reason name of the reason
     * @param elapsed seconds since it was taken up
     */
    public void deadLetter(String reason, double elapsed) {
        totals.deadLetters.labels(reason).inc();
        ended(elapsed);
    }

    private void ended(double elapsed) {
        totals.inFlight.dec();
        seconds.observe(elapsed);
    }

    /** A record was given up; it will be read again. */
    public void aborted() {
        totals.aborted.inc();
        totals.inFlight.dec();
    }
}
