/**
 * Counting from the topics whether every input ended in exactly one outcome.
 *
 * <p>Belongs here: reading outcomes as a consumer of committed records would, and adding them up over distinct inputs. Does
 * not belong here: the counters of a running process (see {@code metrics}), which a crash resets.
 */
@NullMarked
package io.fleck.stream.reconcile;

import org.jspecify.annotations.NullMarked;
