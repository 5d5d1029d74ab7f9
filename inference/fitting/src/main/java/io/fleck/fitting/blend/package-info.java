/**
 * The detector {@code blend}: several detectors in one graph.
 *
 * <p>Belongs here: which members, and how their ranks become one map. Does not belong here: ranks and their calibration
 * (they are {@code fit}'s), any member's method.
 */
@NullMarked
package io.fleck.fitting.blend;

import org.jspecify.annotations.NullMarked;
