package io.fleck.stream.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Settings of the producer. Those that the gateway's guarantees stand on can't be changed; everything else (security,
 * linger, compression) can.
 */
public final class ProducerSettings {
    /** Largest record: 16 MiB of picture and room for the rest. */
    public static final int REQUEST_LIMIT = 20 << 20;

    private static final int BUFFER = 64 << 20;
    private static final int BATCH = 256 << 10;

    /** Nothing lost and nothing overtaken, however long the broker is away. */
    private static final Map<String, Object> GUARANTEES = Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.RETRIES_CONFIG,
            Integer.MAX_VALUE,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            Integer.MAX_VALUE,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            5);

    private static final Map<String, Object> DEFAULTS = Map.of(
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            REQUEST_LIMIT,
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            BUFFER,
            ProducerConfig.BATCH_SIZE_CONFIG,
            BATCH,
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            // How long one attempt may block; the gateway makes another.
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            2_000,
            ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            2_000);

    private ProducerSettings() {}

    /**
     * All settings.
     *
     * @param bootstrap host:port of one broker or several, separated by commas
     * @param custom the user's own settings
     * @throws IllegalArgumentException when the user's settings touch a guarantee
     */
    static Map<String, Object> of(String bootstrap, Map<String, String> custom) {
        refuse(custom.keySet());
        Map<String, Object> all = new HashMap<>(DEFAULTS);
        all.putAll(custom);
        all.putAll(GUARANTEES);
        all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return all;
    }

    /** A producer with these settings; it connects when it is first used. */
    public static Producer<String, byte[]> open(String bootstrap, Map<String, String> custom) {
        return new KafkaProducer<>(of(bootstrap, custom), new StringSerializer(), new ByteArraySerializer());
    }

    private static void refuse(Set<String> keys) {
        for (String key : keys) {
            if (GUARANTEES.containsKey(key)) {
                throw new IllegalArgumentException(
                        key + " can't be set: the gateway needs " + GUARANTEES.get(key) + " to lose nothing");
            }
            if (key.endsWith(".serializer")) {
                throw new IllegalArgumentException(key + " can't be set: the gateway writes its own format");
            }
        }
    }
}
