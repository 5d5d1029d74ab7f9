/**
 * What each station runs, changed while the stream runs: recipes from their topic, as every instance reads them.
 *
 * <p>Belongs here: a recipe and its ranges, from its record to the station that it describes, the global store. Does not
 * belong here: models and how thresholds are derived from them, the commands.
 */
@NullMarked
package io.fleck.stream.recipes;

import org.jspecify.annotations.NullMarked;
