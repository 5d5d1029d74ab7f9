/**
 * Sums over the wafers of a lot.
 *
 * <p>Belongs here: adding up verdicts by lot and step, and when a lot is over. Does not belong here: the verdict on a wafer.
 */
@NullMarked
package io.fleck.stream.lots;

import org.jspecify.annotations.NullMarked;
