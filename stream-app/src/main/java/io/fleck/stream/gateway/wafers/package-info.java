/**
 * Wafer maps into their topic: a file is read whole, and each of its wafers becomes one record.
 *
 * <p>Belongs here: the record and id of a wafer, sending, and when a file is done. Does not belong here: the formats
 * (inference core), folders and the journal (package {@code files}), the command line (package {@code command}).
 */
@NullMarked
package io.fleck.stream.gateway.wafers;

import org.jspecify.annotations.NullMarked;
