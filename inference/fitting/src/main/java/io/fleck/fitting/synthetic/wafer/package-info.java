/**
 * Wafers that never existed: lists of defects with known signatures, and the dies that they kill.
 *
 * <p>Belongs here: what the demo without wafers and tests look at, and what the demo's own model is trained on. Does not
 * belong here: anything that is taken for evidence of accuracy on real wafers.
 */
@NullMarked
package io.fleck.fitting.synthetic.wafer;

import org.jspecify.annotations.NullMarked;
