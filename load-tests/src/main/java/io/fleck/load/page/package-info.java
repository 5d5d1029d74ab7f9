/**
 * Pages of the documentation that hold what a command measured.
 *
 * <p>Belongs here: replacing the generated part of a page. Does not belong here: what stands in it.
 */
@NullMarked
package io.fleck.load.page;

import org.jspecify.annotations.NullMarked;
