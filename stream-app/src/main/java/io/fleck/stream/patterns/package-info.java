/**
 * What many wafers tell together: patterns that nobody has named, what goes with them, and names that operators give.
 *
 * <p>Belongs here: the streams from results of wafers to novel patterns, and from an operator's word to a class that every
 * instance knows; how their state is kept. Does not belong here: what makes a pattern, a named class or a cause (packages
 * {@code io.fleck.core.wafer.pattern} and {@code io.fleck.core.wafer.cause}), and the verdict on a wafer.
 */
@NullMarked
package io.fleck.stream.patterns;

import org.jspecify.annotations.NullMarked;
