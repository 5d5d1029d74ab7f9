/**
 * The processes that a benchmark runs beside its own.
 *
 * <p>Belongs here: the application by its production command, the Flink job where it is built, their settings, waiting
 * until they are ready, ending them. Does not belong here: brokers (see {@code io.fleck.cluster}) and what is measured.
 */
@NullMarked
package io.fleck.load.bench.process;

import org.jspecify.annotations.NullMarked;
