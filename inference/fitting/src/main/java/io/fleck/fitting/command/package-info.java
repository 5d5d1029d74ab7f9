/**
 * Commands of the launcher that fit, evaluate and inspect.
 *
 * <p>Belongs here: options, messages, exit codes, which figures are printed. Does not belong here: the work itself.
 */
@NullMarked
package io.fleck.fitting.command;

import org.jspecify.annotations.NullMarked;
