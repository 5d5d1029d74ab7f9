/**
 * The command {@code bench}: what the engine reaches alone, what is left of it from Kafka to Kafka, and how long a frame
 * takes.
 *
 * <p>Belongs here: the order of a benchmark, its tables and figures. Does not belong here: the parts it is made of, which
 * are in the packages below: the bare loop, traffic, processes, measuring.
 */
@NullMarked
package io.fleck.load.bench;

import org.jspecify.annotations.NullMarked;
