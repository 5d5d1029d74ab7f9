package io.fleck.stream.gateway.wafers;

import io.fleck.avro.WaferDefectMap;
import io.fleck.stream.gateway.ProducerSettings;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The way to the broker.
 *
 * @param producer a producer with {@link ProducerSettings}' guarantees
 * @param serializer maps into bytes in the Confluent wire format
 */
public record WaferTransport(Producer<String, byte[]> producer, Serializer<WaferDefectMap> serializer)
        implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }
}
