/**
 * Compacted topics that every instance reads as a whole.
 *
 * <p>Belongs here: how such a topic becomes a global store whose records are handed on, and decoding that waits for a
 * registry. Does not belong here: what the records mean.
 */
@NullMarked
package io.fleck.stream.globals;

import org.jspecify.annotations.NullMarked;
