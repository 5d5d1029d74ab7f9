package io.fleck.stream.topology;

import io.fleck.stream.topics.Topic;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record to be written.
 *
 * @param topic where to
 * @param key bytes of the key
 * @param value bytes of the value
 * @param headers headers, which it owns
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes on their way, compared by nobody
record Emission(Topic topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    /** A record without headers. */
    static Emission of(Topic topic, byte @Nullable [] key, byte[] value) {
        return new Emission(topic, key, value, new RecordHeaders());
    }
}
