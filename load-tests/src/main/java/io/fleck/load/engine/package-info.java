/**
 * Engines that stand in for a real one, for measuring and testing what is around it.
 *
 * <p>Belongs here: providers that compute nothing, or fail on purpose. Does not belong here: any engine whose answers
 * mean something; none of these is ever chosen by {@code engine=auto}.
 */
@NullMarked
package io.fleck.load.engine;

import org.jspecify.annotations.NullMarked;
