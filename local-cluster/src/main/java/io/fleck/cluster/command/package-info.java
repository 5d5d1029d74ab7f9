/**
 * The launcher's {@code cluster} command.
 *
 * <p>Belongs here: options, messages and exit codes. Does not belong here: anything that a test could not use without a
 * command line.
 */
@NullMarked
package io.fleck.cluster.command;

import org.jspecify.annotations.NullMarked;
