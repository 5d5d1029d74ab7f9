/**
 * The command {@code run}.
 *
 * <p>Belongs here: from a configuration file to a running application, and from its failures to exit codes. Does not
 * belong here: the application itself.
 */
@NullMarked
package io.fleck.stream.command;

import org.jspecify.annotations.NullMarked;
