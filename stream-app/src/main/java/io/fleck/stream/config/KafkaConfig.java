package io.fleck.stream.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The cluster and what is passed through to Kafka Streams and its clients.
 *
 * @param bootstrapServers at least one host:port
 * @param applicationId consumer group and prefix of transactional ids
 * @param settings Kafka's own settings without {@code kafka.}; those of one client keep its prefix
 */
public record KafkaConfig(List<String> bootstrapServers, String applicationId, Map<String, String> settings) {
    private static final String BOOTSTRAP = "bootstrap.servers";
    private static final String APPLICATION = "application.id";
    private static final long STREAMS_TRANSACTION_MILLIS = 10_000;

    /** Keeps copies. */
    public KafkaConfig {
        bootstrapServers = List.copyOf(bootstrapServers);
        settings = Map.copyOf(settings);
    }

    static void define(ConfigDef keys) {
        new Section(keys, "Kafka")
                .requiredList(BOOTSTRAP, "Brokers to start from: host:port, separated by commas.")
                .value(
                        APPLICATION,
                        "fleck",
                        Kinds.name(),
                        "Consumer group of the application; instances with the same id share the work.");
    }

    static KafkaConfig read(AbstractConfig values, Map<String, String> settings) {
        return new KafkaConfig(values.getList(BOOTSTRAP), values.getString(APPLICATION), settings);
    }

    /** Settings of a producer of our own: what is passed through to all clients and to producers. */
    public Map<String, Object> producer() {
        return client(StreamsConfig.PRODUCER_PREFIX, ProducerConfig.configNames());
    }

    /** Settings of a consumer of our own: what is passed through to all clients and to consumers. */
    public Map<String, Object> consumer() {
        return client(StreamsConfig.CONSUMER_PREFIX, ConsumerConfig.configNames());
    }

    /** Settings of an admin client: what is passed through to all clients and to admin clients. */
    public Map<String, Object> admin() {
        return client(StreamsConfig.ADMIN_CLIENT_PREFIX, AdminClientConfig.configNames());
    }

    /** How long a transaction may stay open: what is passed through, else Kafka Streams' own default. */
    public Duration transactionTimeout() {
        Object millis = producer().getOrDefault(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, STREAMS_TRANSACTION_MILLIS);
        return Duration.ofMillis(Long.parseLong(millis.toString()));
    }

    /** A key with the client's prefix wins over the same key for all clients. */
    private Map<String, Object> client(String prefix, Set<String> known) {
        Map<String, Object> client = new HashMap<>(settings);
        client.keySet().retainAll(known);
        settings.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                client.put(key.substring(prefix.length()), value);
            }
        });
        client.put(BOOTSTRAP, String.join(",", bootstrapServers));
        return client;
    }
}
