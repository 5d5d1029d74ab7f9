/**
 * What can go wrong, made to happen: each scenario brings one fault about while frames flow through a real application in
 * a process of its own.
 *
 * <p>Belongs here: faults, and the stage on which they happen. Does not belong here: judging what came out (see {@code
 * load.guarantee}) and reporting it (see {@code load.verify}).
 */
@NullMarked
package io.fleck.load.scenario;

import org.jspecify.annotations.NullMarked;
