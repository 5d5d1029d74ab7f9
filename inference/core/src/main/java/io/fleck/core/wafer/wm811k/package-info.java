/**
 * Rows of WM-811K, the public set of wafer maps: one wafer a line, its die grid as runs of letters.
 *
 * <p>Belongs here: everything that knows these rows. Does not belong here: splits, labels and training.
 */
@NullMarked
package io.fleck.core.wafer.wm811k;

import org.jspecify.annotations.NullMarked;
