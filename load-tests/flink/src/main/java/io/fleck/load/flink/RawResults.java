package io.fleck.load.flink;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** From a result to Kafka's record, bytes as they are. */
final class RawResults implements KafkaRecordSerializationSchema<RawResult> {
    private static final long serialVersionUID = 1L;

    private final String topic;

    RawResults(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(RawResult result, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(topic, result.key, result.value);
    }
}
