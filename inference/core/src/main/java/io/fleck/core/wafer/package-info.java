/**
 * Wafers: who a wafer is, its geometry, defects and bins; which signature it shows, and whether nobody has named that yet.
 *
 * <p>Belongs here: what every format and every classifier of wafers has in common, classifying a wafer with a model, the
 * decision that its pattern is novel. Does not belong here: file formats (package {@code format} and those of each format),
 * training (that is fitting's and training's), and anything about streams.
 */
@NullMarked
package io.fleck.core.wafer;

import org.jspecify.annotations.NullMarked;
