/**
 * Arithmetic on arrays of samples: windows, mosaics, channel order, the resampling filter.
 *
 * <p>Belongs here: loops over pixels, without allocation beyond their result. Does not belong here: what a picture, a
 * format or a limit is.
 */
@NullMarked
package io.fleck.core.image.sample;

import org.jspecify.annotations.NullMarked;
