/**
 * Memory of local state: Kafka Streams keeps it in RocksDB, outside of the heap.
 *
 * <p>Belongs here: how much memory the local stores of an application take. Does not belong here: what is in them, and for
 * how long (the topology's).
 */
@NullMarked
package io.fleck.stream.state;

import org.jspecify.annotations.NullMarked;
