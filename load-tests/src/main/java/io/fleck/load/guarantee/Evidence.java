package io.fleck.load.guarantee;

import io.fleck.stream.reconcile.Outcomes;

/**
 * What went in and what came out.
 *
 * @param sent inputs that the broker acknowledged to their producer
 * @param poison those of them that can never be inspected
 * @param lost those of them that have no outcome
 * @param outcomes counted from the topics by a reader of committed records
 */
public record Evidence(long sent, long poison, long lost, Outcomes outcomes) {
    /** Checks that the parts are not more than the whole. */
    public Evidence {
        if (sent < 0 || poison < 0 || poison > sent || lost < 0 || lost > sent) {
            throw new IllegalArgumentException("sent " + sent + ", poison " + poison + ", lost " + lost
                    + "; poison and lost must be 0 to sent, and sent at least 0");
        }
    }
}
