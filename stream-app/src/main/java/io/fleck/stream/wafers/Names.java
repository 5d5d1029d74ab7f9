package io.fleck.stream.wafers;

import java.util.Optional;

/** Names that operators gave to patterns, as they hold just now. Safe for use by several threads. */
@FunctionalInterface
public interface Names {
    /**
     * The name of what a wafer shows; empty where nobody named it.
     *
     * @param modelDigest SHA-256 of the graph that gave the embedding
     * @param predicted known class that the model takes it for
     * @param latent its embedding
     */
    Optional<String> find(String modelDigest, String predicted, float[] latent);
}
