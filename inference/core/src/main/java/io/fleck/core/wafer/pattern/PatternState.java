package io.fleck.core.wafer.pattern;

import java.time.Instant;
import java.util.List;

/**
 * All that is known of the rejected wafers of one product and step: plain data, to be kept in any store.
 *
 * @param modelDigest SHA-256 of the graph whose latent space it is; another model starts anew
 * @param latest time of the latest wafer
 * @param inspected wafers by part of the window, the oldest first, at most {@link #PARTS} and one
 * @param clusters in the order in which they began, at most {@link #MOST_CLUSTERS}
 */
public record PatternState(
        String modelDigest, Instant latest, List<InspectedCount> inspected, List<PatternCluster> clusters) {
    /** Clusters that are kept. */
    public static final int MOST_CLUSTERS = 64;

    /** Parts of the window in which wafers are counted. */
    public static final int PARTS = 24;

    /** Keeps copies. */
    public PatternState {
        inspected = List.copyOf(inspected);
        clusters = List.copyOf(clusters);
    }

    /** Nothing is known yet. */
    public static PatternState empty(String modelDigest) {
        return new PatternState(modelDigest, Instant.EPOCH, List.of(), List.of());
    }

    /** Wafers of the window. */
    long wafers() {
        return inspected.stream().mapToLong(InspectedCount::wafers).sum();
    }
}
