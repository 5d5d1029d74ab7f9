package io.fleck.stream.reconcile;

import io.fleck.avro.Verdict;
import java.util.Map;

/**
 * Outcomes counted from the topics.
 *
 * @param verdicts distinct inputs by verdict
 * @param deadLetters distinct inputs that ended as dead letters
 * @param anomalies anomaly events
 * @param masks masks
 * @param duplicated outcomes beyond the first of their input
 * @param reordered results that came before the result of an earlier input of the same key
 */
public record Outcomes(
        Map<Verdict, Long> verdicts, long deadLetters, long anomalies, long masks, long duplicated, long reordered) {

    /** Inputs with any verdict except SHED. */
    public long results() {
        return verdicts.values().stream().mapToLong(Long::longValue).sum() - shed();
    }

    /** Inputs that were shed. */
    public long shed() {
        return verdicts.getOrDefault(Verdict.SHED, 0L);
    }

    /** Distinct inputs that have an outcome. */
    public long inputs() {
        return results() + shed() + deadLetters;
    }

    /** Whether every received input has exactly one outcome. */
    public boolean reconciles(long received) {
        return inputs() == received && duplicated == 0;
    }
}
