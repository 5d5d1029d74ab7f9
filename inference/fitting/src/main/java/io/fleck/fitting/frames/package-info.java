/**
 * Picture files through a graph: decoded and resized by the very code of the stream, in batches, on all cores.
 *
 * <p>Belongs here: how files become batches, and the order in which results come back. Does not belong here: what the
 * results mean.
 */
@NullMarked
package io.fleck.fitting.frames;

import org.jspecify.annotations.NullMarked;
