/**
 * Looks at topics from outside, as a separate observer that belongs to no group and commits nothing.
 *
 * <p>Belongs here: reading whole topics as bytes, for counting and comparing. Does not belong here: decoding, and what
 * the counts should be.
 */
@NullMarked
package io.fleck.cluster.read;

import org.jspecify.annotations.NullMarked;
