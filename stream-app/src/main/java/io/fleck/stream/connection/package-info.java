/**
 * How a command reaches broker and registry: the options that all commands share which do.
 *
 * <p>Belongs here: options and the settings that come of them. Does not belong here: what a client is used for.
 */
@NullMarked
package io.fleck.stream.connection;

import org.jspecify.annotations.NullMarked;
