/**
 * A Gaussian per site of the feature grid, fitted in closed form.
 *
 * <p>Belongs here: the statistics, the distance and its graph. Does not belong here: where features come from and how
 * scores become thresholds.
 */
@NullMarked
package io.fleck.fitting.gaussian;

import org.jspecify.annotations.NullMarked;
