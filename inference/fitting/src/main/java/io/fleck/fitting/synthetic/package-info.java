/**
 * Parts that never existed: procedural pictures of textured surfaces, good and defective, with labels and masks.
 *
 * <p>Belongs here: what the demo without frames, tests and load tests look at. Does not belong here: anything that is
 * taken for evidence of accuracy on real parts.
 *
 * <p>A surface is modelled as a height and an albedo a pixel; features and defects change these, and one lamp shades
 * them all, so that a groove is bright on one side and dark on the other wherever it lies.
 */
@NullMarked
package io.fleck.fitting.synthetic;

import org.jspecify.annotations.NullMarked;
