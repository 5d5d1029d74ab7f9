/**
 * Root cause: which tool, recipe, step or slot goes with a signature more than chance allows.
 *
 * <p>Belongs here: scoring attributes of wafers against whether they show a signature. Does not belong here: what a
 * signature is (package {@code io.fleck.core.wafer}), keeping wafers of a time window, and sending what was found.
 */
@NullMarked
package io.fleck.core.wafer.cause;

import org.jspecify.annotations.NullMarked;
