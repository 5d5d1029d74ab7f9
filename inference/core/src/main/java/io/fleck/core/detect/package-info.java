/**
 * From scores to verdicts: score maps, conformal thresholds, masks and regions.
 *
 * <p>Belongs here: what holds for every detector. Does not belong here: how a detector is fitted, and pictures.
 */
@NullMarked
package io.fleck.core.detect;

import org.jspecify.annotations.NullMarked;
