package io.fleck.stream.topology;

import io.fleck.avro.SourceRecord;
import io.fleck.stream.topics.DeadLetterHeaders;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A record as Kafka handed it over.
 *
 * @param topic topic that it was read from
 * @param partition from 0
 * @param offset from 0
 * @param timestamp record timestamp, milliseconds since 1970
 * @param key raw key
 * @param value raw value
 * @param headers raw headers
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes on their way, compared by nobody
public record Input(
        String topic,
        int partition,
        long offset,
        long timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers) {
    /** A record of a topic. */
    public static Input of(Record<byte[], byte[]> record, RecordMetadata metadata) {
        return new Input(
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
    }

    /** Its position as outcomes carry it. */
    public SourceRecord source() {
        return new SourceRecord(topic, partition, offset);
    }

    /** Whether it is a dead letter sent again, which no deadline applies to. */
    boolean isReplay() {
        return DeadLetterHeaders.isReplay(headers);
    }
}
