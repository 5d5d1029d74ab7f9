/**
 * The detector {@code memory}: distance to the nearest remembered site of good pictures.
 *
 * <p>Belongs here: choosing what is remembered, and the search as part of a graph. Does not belong here: how features are
 * brought to components, calibration.
 */
@NullMarked
package io.fleck.fitting.memory;

import org.jspecify.annotations.NullMarked;
