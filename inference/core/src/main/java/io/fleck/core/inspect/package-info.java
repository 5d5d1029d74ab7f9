/**
 * The single entry to inspection: a picture in, an outcome out.
 *
 * <p>Belongs here: the path decode, resize, engine, score, mask, regions, and its timings. Does not belong here: where
 * pictures come from and where outcomes go.
 */
@NullMarked
package io.fleck.core.inspect;

import org.jspecify.annotations.NullMarked;
