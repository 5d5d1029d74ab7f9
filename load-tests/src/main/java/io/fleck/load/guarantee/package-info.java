/**
 * What Fleck promises of every input, as objects that judge what came out of any configuration.
 *
 * <p>Belongs here: promises and the figures that they are judged by. Does not belong here: making faults, and counting
 * outcomes (see {@code stream.reconcile}).
 */
@NullMarked
package io.fleck.load.guarantee;

import org.jspecify.annotations.NullMarked;
