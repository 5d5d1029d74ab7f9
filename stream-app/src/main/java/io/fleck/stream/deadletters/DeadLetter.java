package io.fleck.stream.deadletters;

import io.fleck.stream.topics.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A dead letter.
 *
 * @param id where it stands
 * @param at when it was written
 * @param reason why, as a code; empty where it does not say
 * @param message why, as a sentence; empty where it does not say
 * @param topic topic of its input; empty where it does not say
 * @param record the record itself
 */
public record DeadLetter(
        LetterId id, Instant at, String reason, String message, String topic, ConsumerRecord<byte[], byte[]> record) {

    /** The dead letter in a record of the topic. */
    public static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        return new DeadLetter(
                new LetterId(record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                text(record, DeadLetterHeaders.REASON),
                text(record, DeadLetterHeaders.MESSAGE),
                text(record, DeadLetterHeaders.TOPIC),
                record);
    }

    /** Where its input stands, {@code TOPIC-PARTITION offset OFFSET}. */
    public String input() {
        return topic + "-" + text(record, DeadLetterHeaders.PARTITION) + " offset "
                + text(record, DeadLetterHeaders.OFFSET);
    }

    /**
     * Its input as it came, to be sent again: raw key, raw value and the headers that it had, and one that names this dead
     * letter. The partition follows from the key as for any input, so that a camera's frames stay together; its time is
     * the time of sending.
     */
    public ProducerRecord<byte[], byte[]> replay() {
        Headers headers = new RecordHeaders();
        Arrays.stream(record.headers().toArray())
                .filter(header -> !header.key().startsWith(DeadLetterHeaders.PREFIX)
                        && !header.key().equals(DeadLetterHeaders.REPLAYED))
                .forEach(headers::add);
        headers.add(DeadLetterHeaders.REPLAYED, id.toString().getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(topic, null, null, record.key(), record.value(), headers);
    }

    private static String text(ConsumerRecord<?, ?> record, String name) {
        return DeadLetterHeaders.text(record.headers(), name).orElse("");
    }
}
