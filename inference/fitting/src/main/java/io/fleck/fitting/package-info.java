/**
 * Fitting detectors to good pictures.
 *
 * <p>Belongs here: the registry of what can be fitted. Does not belong here: anything that the stream needs.
 */
@NullMarked
package io.fleck.fitting;

import org.jspecify.annotations.NullMarked;
