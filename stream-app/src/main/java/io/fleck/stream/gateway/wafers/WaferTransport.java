package io.fleck.stream.gateway.wafers;

import io.fleck.avro.WaferDefectMap;
import io.fleck.stream.gateway.ProducerSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The way to the broker.
 *
 * @param producer a producer with {@link ProducerSettings}' guarantees and a {@link LotPartitioner}
 * @param serializer maps into bytes in the Confluent wire format
 */
public record WaferTransport(Producer<String, byte[]> producer, Serializer<WaferDefectMap> serializer)
        implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    /**
     * A way whose producer connects when it is first used.
     *
     * @param bootstrap host:port of one broker or several, separated by commas
     * @param custom the user's own settings of the producer
     * @throws IllegalArgumentException when the user's settings touch a guarantee
     */
    public static WaferTransport open(
            String bootstrap, Map<String, String> custom, Serializer<WaferDefectMap> serializer) {
        Map<String, String> settings = new HashMap<>(custom);
        settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, LotPartitioner.class.getName());
        return new WaferTransport(ProducerSettings.open(bootstrap, settings), serializer);
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }
}
