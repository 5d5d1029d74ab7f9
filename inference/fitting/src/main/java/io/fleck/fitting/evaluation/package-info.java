/**
 * How good a model is on labelled pictures: scores from the very path that the stream takes, and figures from them.
 *
 * <p>Belongs here: inspecting a data set, ground truth, the choice of which images count for which figure. Does not belong
 * here: the metrics themselves (they are the core's), what a report looks like, and reading a data set's index.
 */
@NullMarked
package io.fleck.fitting.evaluation;

import org.jspecify.annotations.NullMarked;
