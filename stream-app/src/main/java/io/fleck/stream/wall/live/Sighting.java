package io.fleck.stream.wall.live;

import io.fleck.avro.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One result, as far as the trend of its camera needs it.
 *
 * @param station station
 * @param camera camera
 * @param verdict verdict
 * @param score anomaly score; null when no model ran
 * @param threshold threshold of that moment; null when no model ran
 */
public record Sighting(
        String station,
        String camera,
        Verdict verdict,
        @Nullable Double score,
        @Nullable Double threshold) {
    /** Whether an operator should look. */
    boolean alarming() {
        return verdict == Verdict.ANOMALY || verdict == Verdict.NOVEL;
    }
}
