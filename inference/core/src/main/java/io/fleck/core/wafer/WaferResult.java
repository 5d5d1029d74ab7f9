package io.fleck.core.wafer;

/**
 * What a model says of a wafer.
 *
 * @param signature the most likely of the known classes, also where the wafer is novel
 * @param confidence its probability among the known classes, in (0, 1]
 * @param novelty how unlike the known classes it is
 * @param novel whether it is called novel: its p-value is at most the rate of the model
 * @param latent embedding by which wafers are compared; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, not kept
public record WaferResult(String signature, double confidence, Novelty novelty, boolean novel, float[] latent) {}
