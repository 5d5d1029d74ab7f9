/**
 * Wafers as inspection tools and probers report them: who a wafer is, its geometry, its defects, its bins.
 *
 * <p>Belongs here: what every format and every classifier of wafers has in common. Does not belong here: file formats
 * (package {@code format}), and anything that knows where a map came from or where it goes.
 */
@NullMarked
package io.fleck.core.wafer;

import org.jspecify.annotations.NullMarked;
