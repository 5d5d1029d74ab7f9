package io.fleck.stream.app;

import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.topics.Topic;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The producer of previews: no transaction, no repetition, little memory, and it gives up soon. */
final class PreviewProducer {
    private static final int BUFFER = 8 << 20;

    private PreviewProducer() {}

    static Producer<byte[], byte[]> of(FleckConfig config) {
        return new KafkaProducer<>(settings(config), new ByteArraySerializer(), new ByteArraySerializer());
    }

    static Map<String, Object> settings(FleckConfig config) {
        Map<String, Object> settings = new TreeMap<>(config.kafka().producer());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, config.kafka().applicationId() + "-previews");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        settings.put(ProducerConfig.ACKS_CONFIG, "1");
        settings.put(ProducerConfig.RETRIES_CONFIG, 0);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
        settings.put(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                config.topics().layout().settings(Topic.PREVIEWS).maxMessageBytes());
        return settings;
    }
}
