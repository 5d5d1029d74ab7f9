package io.fleck.load.flink;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** From Kafka's record to a frame, bytes as they are. */
final class RawFrames implements KafkaRecordDeserializationSchema<RawFrame> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawFrame> out) {
        RawFrame frame = new RawFrame();
        frame.topic = record.topic();
        frame.partition = record.partition();
        frame.offset = record.offset();
        frame.key = record.key();
        frame.value = record.value();
        out.collect(frame);
    }

    @Override
    public TypeInformation<RawFrame> getProducedType() {
        return TypeInformation.of(RawFrame.class);
    }
}
