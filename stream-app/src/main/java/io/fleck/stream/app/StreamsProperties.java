package io.fleck.stream.app;

import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.config.StreamConfig;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicSettings;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Settings of Kafka Streams for large records at low latency; what the configuration passes through wins.
 *
 * <p>Streams' own defaults suit small records: it keeps up to 1,000 of them a partition and waits 100 ms to fill a batch.
 */
final class StreamsProperties {
    /** An outcome leaves at once; while requests are under way others gather behind it all the same. */
    private static final int LINGER_MILLIS = 0;

    private static final int SESSION_MILLIS = 10_000;
    private static final int HEARTBEAT_MILLIS = 1_000;
    private static final int BATCH = 256 << 10;
    private static final int BUFFER = 64 << 20;
    private static final int FETCH = 64 << 20;

    private StreamsProperties() {}

    static Properties of(FleckConfig config) {
        Properties properties = new Properties();
        addStream(properties, config);
        addSizes(properties, config);
        if (!LeavingClients.brokerAssigns(config.kafka().settings())) {
            addMembership(properties);
        }
        config.kafka().settings().forEach(properties::put);
        return properties;
    }

    private static void addStream(Properties properties, FleckConfig config) {
        StreamConfig stream = config.stream();
        properties.put(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                String.join(",", config.kafka().bootstrapServers()));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, config.kafka().applicationId());
        properties.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                stream.guarantee().name().toLowerCase(Locale.ROOT));
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, stream.threads());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, stream.commitInterval().toMillis());
        properties.put(StreamsConfig.POLL_MS_CONFIG, stream.pollInterval().toMillis());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stream.stateDirectory().toString());
        properties.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, stream.framesBuffered());
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), stream.framesPerPoll());
        // Nothing is lost: what was produced before the first start is inspected too.
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MILLIS);
    }

    /** After a crash others take over once the session is over: Kafka's default is 45 s. */
    private static void addMembership(Properties properties) {
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS);
    }

    private static void addSizes(Properties properties, FleckConfig config) {
        int largestInput = largest(config, Topic.FRAMES, Topic.WAFER_MAPS);
        int largestOutput = largest(config, Topic.RESULTS, Topic.ANOMALIES, Topic.MASKS, Topic.DEAD_LETTERS);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), largestInput);
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), Math.max(FETCH, largestInput));
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), largestOutput);
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG),
                Math.max(BUFFER, 2L * largestOutput));
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH);
    }

    private static int largest(FleckConfig config, Topic... topics) {
        int largest = 0;
        for (Topic topic : topics) {
            TopicSettings settings = config.topics().layout().settings(topic);
            largest = Math.max(largest, settings.maxMessageBytes());
        }
        return largest;
    }
}
