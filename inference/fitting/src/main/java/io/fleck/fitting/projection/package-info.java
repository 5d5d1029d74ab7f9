/**
 * Bringing the channels of features to few components that can be compared.
 *
 * <p>Belongs here: moments of features and the affine maps made of them, which more than one detector uses. Does not belong
 * here: what a detector makes of the components.
 */
@NullMarked
package io.fleck.fitting.projection;

import org.jspecify.annotations.NullMarked;
