package io.fleck.stream.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Kafka's own settings under {@code kafka.}: each is checked against the names that Kafka Streams and its clients know,
 * because Kafka itself ignores an unknown key in silence.
 */
final class KafkaKeys {
    static final String PREFIX = "kafka.";

    /** Settings that would break a promise of the application, and what to use or why not. */
    private static final Map<String, String> REFUSED = refused();

    private final Map<String, ConfigDef> byPrefix = new LinkedHashMap<>();

    KafkaKeys() {
        byPrefix.put(StreamsConfig.MAIN_CONSUMER_PREFIX, ConsumerConfig.configDef());
        byPrefix.put(StreamsConfig.RESTORE_CONSUMER_PREFIX, ConsumerConfig.configDef());
        byPrefix.put(StreamsConfig.GLOBAL_CONSUMER_PREFIX, ConsumerConfig.configDef());
        byPrefix.put(StreamsConfig.CONSUMER_PREFIX, ConsumerConfig.configDef());
        byPrefix.put(StreamsConfig.PRODUCER_PREFIX, ProducerConfig.configDef());
        byPrefix.put(StreamsConfig.ADMIN_CLIENT_PREFIX, AdminClientConfig.configDef());
        byPrefix.put("", everywhere());
    }

    /** Keys without a prefix reach Kafka Streams and every client that knows them. */
    private static ConfigDef everywhere() {
        ConfigDef all = new ConfigDef();
        for (ConfigDef def : new ConfigDef[] {
            StreamsConfig.configDef(),
            ConsumerConfig.configDef(),
            ProducerConfig.configDef(),
            AdminClientConfig.configDef()
        }) {
            def.configKeys().values().stream()
                    .filter(key -> !all.names().contains(key.name))
                    .forEach(all::define);
        }
        return all;
    }

    private static Map<String, String> refused() {
        String owned = "use %s instead";
        String handler = "Fleck writes its own dead letters";
        return Map.ofEntries(
                Map.entry("application.id", owned.formatted("application.id")),
                Map.entry("group.id", owned.formatted("application.id")),
                Map.entry("bootstrap.servers", owned.formatted("bootstrap.servers")),
                Map.entry("processing.guarantee", owned.formatted("processing.guarantee")),
                Map.entry("num.stream.threads", owned.formatted("stream.threads")),
                Map.entry("commit.interval.ms", owned.formatted("commit.interval")),
                Map.entry("state.dir", owned.formatted("state.dir")),
                Map.entry("max.poll.records", owned.formatted("frames.per.poll")),
                Map.entry("buffered.records.per.partition", owned.formatted("frames.buffered")),
                Map.entry("deserialization.exception.handler", handler),
                Map.entry("default.deserialization.exception.handler", handler),
                Map.entry("processing.exception.handler", handler),
                Map.entry("production.exception.handler", handler),
                Map.entry("default.production.exception.handler", handler),
                Map.entry("errors.dead.letter.queue.topic.name", handler),
                Map.entry("enable.auto.commit", "Kafka Streams commits"),
                Map.entry("enable.idempotence", "the guarantee needs it on"),
                Map.entry("isolation.level", "processing.guarantee sets it"),
                Map.entry("transactional.id", "processing.guarantee sets it"));
    }

    /** What is wrong with a setting; the key comes without {@code kafka.}. */
    Optional<String> problem(String key, String value) {
        String prefix = prefixOf(key);
        String name = key.substring(prefix.length());
        String refusal = REFUSED.get(name);
        if (refusal != null) {
            return Optional.of(PREFIX + key + " is not allowed: " + refusal);
        }
        ConfigDef.ConfigKey known = definitions(prefix).configKeys().get(name);
        if (known == null) {
            return Optional.of(PREFIX + key + " is not known"
                    + Nearest.to(key, names())
                            .map(near -> "; the nearest known key is " + PREFIX + near)
                            .orElse(""));
        }
        return valueProblem(known, key, value);
    }

    private static Optional<String> valueProblem(ConfigDef.ConfigKey known, String key, String value) {
        try {
            Object parsed = ConfigDef.parseType(known.name, value, known.type);
            if (known.validator != null) {
                known.validator.ensureValid(known.name, parsed);
            }
            return Optional.empty();
        } catch (ConfigException e) {
            return Optional.of(PREFIX + key + ": " + e.getMessage());
        }
    }

    /** All keys that are taken, without {@code kafka.}. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        byPrefix.forEach((prefix, def) -> def.names().stream()
                .filter(name -> !REFUSED.containsKey(name))
                .forEach(name -> names.add(prefix + name)));
        return names;
    }

    private ConfigDef definitions(String prefix) {
        return byPrefix.getOrDefault(prefix, new ConfigDef());
    }

    private String prefixOf(String key) {
        return byPrefix.keySet().stream().filter(key::startsWith).findFirst().orElse("");
    }
}
