/**
 * The command {@code verify}: tries every scenario, judges what came out, and reports it.
 *
 * <p>Belongs here: the command, its table and its page. Does not belong here: faults (see {@code load.scenario}) and
 * promises (see {@code load.guarantee}).
 */
@NullMarked
package io.fleck.load.verify;

import org.jspecify.annotations.NullMarked;
