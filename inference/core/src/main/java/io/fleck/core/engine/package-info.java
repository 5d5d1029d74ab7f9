/**
 * The engine SPI: run a model over reused direct buffers.
 *
 * <p>Belongs here: what an engine promises and the buffers it shares with its caller. Does not belong here: what a tensor
 * means (see {@code detect}), batching across callers (see {@code batch}), and any implementation.
 */
@NullMarked
package io.fleck.core.engine;

import org.jspecify.annotations.NullMarked;
