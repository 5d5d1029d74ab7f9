/**
 * What a model still knows when its camera does not see well, and how small a defect it finds.
 *
 * <p>Belongs here: corruptions of a camera, detection curves, and the figures over both. Does not belong here: how a frame
 * is inspected, how a page is drawn, and defects that are drawn for other purposes.
 */
@NullMarked
package io.fleck.fitting.stress;

import org.jspecify.annotations.NullMarked;
