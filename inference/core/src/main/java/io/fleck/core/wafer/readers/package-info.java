/**
 * The formats of wafer maps that Fleck reads.
 *
 * <p>Belongs here: the list of readers, and how one is chosen for a file. Does not belong here: a reader.
 */
@NullMarked
package io.fleck.core.wafer.readers;

import org.jspecify.annotations.NullMarked;
