package io.fleck.stream.reconcile;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.SourceRecord;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.stream.topics.DeadLetterHeaders;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads results, anomalies, masks and dead letters from their beginning, as a consumer of committed records sees them, and
 * adds them up. Used by one thread.
 */
public final class OutcomeReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final AvroDecoder<InspectionResult> decoder;
    private final Map<String, Topic> topics = new HashMap<>();
    private final LongSupplier nanoTime;
    private final Tally tally = new Tally();

    OutcomeReader(Consumer<byte[], byte[]> consumer, Topics names, AvroCodec codec, LongSupplier nanoTime) {
        this.consumer = consumer;
        this.decoder = codec.decoder(InspectionResult.class);
        this.nanoTime = nanoTime;
        for (Topic topic : EnumSet.of(Topic.RESULTS, Topic.ANOMALIES, Topic.MASKS, Topic.DEAD_LETTERS)) {
            topics.put(names.name(topic), topic);
        }
        List<TopicPartition> partitions = topics.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Opens a reader over all partitions; it belongs to no consumer group.
     *
     * @param settings how to reach the cluster: bootstrap.servers and security
     */
    public static OutcomeReader open(Map<String, ?> settings, Topics names, AvroCodec codec) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        var consumer = new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return new OutcomeReader(consumer, names, codec, System::nanoTime);
    }

    /** Reads on until so many distinct inputs have an outcome, or until the limit has passed. */
    public Outcomes awaitInputs(long inputs, Duration limit) {
        long deadline = nanoTime.getAsLong() + limit.toNanos();
        while (tally.outcomes().inputs() < inputs && nanoTime.getAsLong() < deadline) {
            poll();
        }
        return tally.outcomes();
    }

    /** Reads on to where the topics end now. */
    public Outcomes readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        return tally.outcomes();
    }

    /** Whether an outcome of this input was read so far. */
    public boolean has(SourceRecord input) {
        return tally.has(input);
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            Topic topic = topics.get(record.topic());
            if (topic != null) {
                count(topic, record);
            }
        }
    }

    private void count(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        switch (topic) {
            case RESULTS -> {
                InspectionResult result = decoder.decode(record.topic(), record.value());
                tally.result(text(record.key()), result.getSource(), result.getVerdict());
            }
            case DEAD_LETTERS -> tally.deadLetter(input(record.headers()));
            case ANOMALIES -> tally.anomaly();
            case MASKS -> tally.mask();
            default -> throw new IllegalArgumentException("topic " + topic + " holds no outcomes");
        }
    }

    private static String text(byte @Nullable [] key) {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    private static SourceRecord input(Headers headers) {
        return new SourceRecord(
                header(headers, DeadLetterHeaders.TOPIC),
                Integer.parseInt(header(headers, DeadLetterHeaders.PARTITION)),
                Long.parseLong(header(headers, DeadLetterHeaders.OFFSET)));
    }

    private static String header(Headers headers, String name) {
        return DeadLetterHeaders.text(headers, name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a dead letter without the header " + DeadLetterHeaders.PREFIX + name));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
