/** Tests of pending results against Kafka Streams' own commit. */
@NullMarked
package io.fleck.stream.pending;

import org.jspecify.annotations.NullMarked;
