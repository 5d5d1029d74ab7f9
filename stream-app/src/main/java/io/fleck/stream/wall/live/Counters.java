package io.fleck.stream.wall.live;

/**
 * What was counted from the topics since the page's server started. {@code received = results + deadLetters + shed +
 * inFlight}.
 *
 * @param received inputs that the broker has
 * @param results distinct inputs with any verdict except SHED
 * @param anomalies results with verdict ANOMALY or NOVEL
 * @param masks masks
 * @param deadLetters distinct inputs that ended as dead letters
 * @param shed distinct inputs with verdict SHED
 */
public record Counters(long received, long results, long anomalies, long masks, long deadLetters, long shed) {
    /** Nothing yet. */
    public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0);

    /** Inputs without an outcome yet. The count of received inputs may lag behind by a moment. */
    public long inFlight() {
        return Math.max(0, received - results - deadLetters - shed);
    }
}
