/**
 * Gaussian mixtures: density of embeddings, by expectation maximisation.
 *
 * <p>Belongs here: fitting a mixture and choosing its size, the projection in front of it. Does not belong here: what a
 * low density means.
 */
@NullMarked
package io.fleck.fitting.mixture;

import org.jspecify.annotations.NullMarked;
