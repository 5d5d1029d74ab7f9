/**
 * Synthetic defects on one's own good pictures, with masks and from a seed.
 *
 * <p>Belongs here: what a defect that nobody has seen yet might look like, for choosing a detector, for detection curves and
 * for tests. Does not belong here: whole pictures of parts that never existed (the package above draws these), judging.
 */
@NullMarked
package io.fleck.fitting.synthetic.damage;

import org.jspecify.annotations.NullMarked;
