/**
 * From good pictures to a calibrated model directory, whatever the detector.
 *
 * <p>Belongs here: what a recipe promises, calibration, and the steps of a fit. Does not belong here: any recipe (each has
 * a package of its own), options of commands.
 */
@NullMarked
package io.fleck.fitting.fit;

import org.jspecify.annotations.NullMarked;
