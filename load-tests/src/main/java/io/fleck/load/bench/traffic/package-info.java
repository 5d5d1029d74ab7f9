/**
 * Frames into a stream and results out of it, as a line and its MES would send and read them.
 *
 * <p>Belongs here: the driver with its two paces (as fast as results come back, or at a rate come what may), the reader of
 * committed results, and whether both counts agree. Does not belong here: the application in between.
 */
@NullMarked
package io.fleck.load.bench.traffic;

import org.jspecify.annotations.NullMarked;
