/**
 * The report of an evaluation: one HTML file that needs nothing beside itself.
 *
 * <p>Belongs here: markup, charts, the choice of pictures to show. Does not belong here: computing figures (they come from
 * {@code evaluation}) and rendering heat maps (they come from the core).
 */
@NullMarked
package io.fleck.fitting.report;

import org.jspecify.annotations.NullMarked;
