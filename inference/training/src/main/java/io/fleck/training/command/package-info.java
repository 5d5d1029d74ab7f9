/**
 * Commands of the launcher that train.
 *
 * <p>Belongs here: options, messages, exit codes, which figures are printed. Does not belong here: the work itself.
 */
@NullMarked
package io.fleck.training.command;

import org.jspecify.annotations.NullMarked;
