package io.fleck.stream.topology;

import io.fleck.stream.topics.Topic;
import java.util.Locale;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record to be written.
 *
 * @param child where to: name of a node behind the processor, after its kind
 * @param key bytes of the key
 * @param value bytes of the value
 * @param headers headers, which it owns
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes on their way, compared by nobody
public record Emission(String child, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    /** A record for a topic. */
    static Emission of(Topic topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        return new Emission(child(topic), key, value, headers);
    }

    /** A record for a topic, without headers. */
    public static Emission of(Topic topic, byte @Nullable [] key, byte[] value) {
        return of(topic, key, value, new RecordHeaders());
    }

    /** A record for another node, without headers. */
    public static Emission to(String child, byte[] key, byte[] value) {
        return new Emission(child, key, value, new RecordHeaders());
    }

    /** Name of the node that writes to a topic, after its kind. */
    public static String child(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
