/**
 * From a wafer map on a topic to its outcome on others: exactly one result or dead letter an input, wafers of a lot in order.
 *
 * <p>Belongs here: reading wafer maps, the verdict on one, the records that say so, and how the streams of wafers hang
 * together. Does not belong here: how inputs are taken up and concluded (package {@code io.fleck.stream.topology}), novel
 * patterns, sums over lots.
 */
@NullMarked
package io.fleck.stream.wafers;

import org.jspecify.annotations.NullMarked;
