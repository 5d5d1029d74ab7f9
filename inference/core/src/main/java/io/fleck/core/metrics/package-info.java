/**
 * Quality on labelled data: ROC, average precision, per-region overlap.
 *
 * <p>Belongs here: figures computed from scores and labels. Does not belong here: counters of a running process.
 */
@NullMarked
package io.fleck.core.metrics;

import org.jspecify.annotations.NullMarked;
