package io.fleck.stream.gateway;

import io.fleck.avro.CameraFrame;
import io.fleck.serdes.AvroCodec;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The way to the broker. Several gateways may share one; whoever made it closes it, after the gateways.
 *
 * @param producer a producer with {@link ProducerSettings}' guarantees
 * @param serializer frames into bytes in the Confluent wire format, as {@link AvroCodec#serializer} gives it
 */
public record FrameTransport(Producer<String, byte[]> producer, Serializer<CameraFrame> serializer)
        implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }
}
