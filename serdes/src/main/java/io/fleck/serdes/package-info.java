/**
 * Bytes to Avro records and back, in the Confluent wire format: a zero byte, four bytes of schema id, the Avro body.
 *
 * <p>Belongs here: how Fleck talks to a schema registry, the one decode step from a record value, serializers, and the
 * subject of a topic. Does not belong here: which topics there are, what to do with a value that cannot be decoded, and
 * how long to wait for a registry.
 */
@NullMarked
package io.fleck.serdes;

import org.jspecify.annotations.NullMarked;
