package io.fleck.stream.topology;

import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topology.PoisonException.Fault;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Records as bytes for their topics, none larger than its topic takes. Safe for use by several threads. */
public final class RecordWriter {
    /** Room for the headers of a batch and a record, key included. */
    private static final int OVERHEAD = 512;

    private final TopicLayout topics;

    /** Writes for the topics of a layout. */
    public RecordWriter(TopicLayout topics) {
        this.topics = topics;
    }

    /**
     * A record for a topic. One that is too large would fail inside the producer, again and again: the stream would stand
     * still.
     *
     * @throws PoisonException when it is larger than its topic takes
     * @throws io.fleck.serdes.RegistryUnavailableException when the registry is needed and away
     */
    public <T> Emission emission(Topic topic, byte @Nullable [] key, Serializer<T> serializer, T record) {
        byte[] value = serializer.serialize(topics.names().name(topic), record);
        int largest = topics.settings(topic).maxMessageBytes() - OVERHEAD;
        if (value.length > largest) {
            throw new PoisonException(
                    Fault.OUTCOME_TOO_LARGE,
                    topics.names().name(topic) + " takes " + largest + " bytes, needed are " + value.length);
        }
        return Emission.of(topic, key, value);
    }
}
