/**
 * Wafer maps: which signature a wafer shows, and whether it is one that nobody has named yet.
 *
 * <p>Belongs here: classifying a wafer with a model, and the decision that its pattern is novel. Does not belong here:
 * training (that is fitting's and training's), file formats, and anything about streams.
 */
@NullMarked
package io.fleck.core.wafer;

import org.jspecify.annotations.NullMarked;
