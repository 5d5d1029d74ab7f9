/** Fleck's serdes against plain Confluent clients, over a real broker and registry. They live here to make no cycle. */
@NullMarked
package io.fleck.cluster.serdes;

import org.jspecify.annotations.NullMarked;
