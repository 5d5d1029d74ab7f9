package io.fleck.stream.topology;

import io.fleck.avro.Verdict;
import java.util.List;

/**
 * How an input ended that was inspected.
 *
 * @param verdict on its subject
 * @param emissions records that say so
 */
public record Outcome(Verdict verdict, List<Emission> emissions) {
    /** Keeps a copy. */
    public Outcome {
        emissions = List.copyOf(emissions);
    }
}
