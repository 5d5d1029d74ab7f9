/**
 * Pictures: what arrives (encoded bytes), how it is decoded within limits, and the one resize.
 *
 * <p>Belongs here: formats, decoders, limits, resizing, regions of interest. Does not belong here: tensors, scores, heat
 * maps, and anything that knows where the bytes came from.
 */
@NullMarked
package io.fleck.core.image;

import org.jspecify.annotations.NullMarked;
