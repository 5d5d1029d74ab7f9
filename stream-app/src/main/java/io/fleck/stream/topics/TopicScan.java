package io.fleck.stream.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what a topic holds up to where it ends now, as bytes and as a reader of committed records sees it; belongs to no
 * consumer group. Used by one thread.
 */
public final class TopicScan implements AutoCloseable {
    /** Records that one step hands over at most: what bounds memory where each is many MiB. */
    private static final int STEP = 32;

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final Duration patience;
    private final LongSupplier nanoTime;

    private TopicScan(KafkaConsumer<byte[], byte[]> consumer, String topic, Duration patience, LongSupplier nanoTime) {
        this.consumer = consumer;
        this.topic = topic;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /**
     * Opens a topic; the cluster is asked when something is read.
     *
     * @param bootstrap host:port, or several separated by commas
     * @param settings the user's own settings of consumers
     * @param patience longest time without any answer
     * @throws KafkaException when a setting cannot be used
     */
    public static TopicScan open(String bootstrap, Map<String, String> settings, String topic, Duration patience) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, STEP);
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(patience.toMillis()));
        return new TopicScan(
                new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                topic,
                patience,
                System::nanoTime);
    }

    /**
     * Hands over all records, a few at a time; those of one partition in its order.
     *
     * @param since leaves out what was written before; {@link Instant#MIN} for everything
     * @throws TopicsException when there is no such topic or the cluster does not answer
     */
    public void read(Instant since, Consumer<List<ConsumerRecord<byte[], byte[]>>> sink) {
        asking(() -> {
            List<TopicPartition> partitions = partitions();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            seek(partitions, since, ends);
            readUpTo(ends, sink);
            return partitions;
        });
    }

    /**
     * The record at a position; empty when there is none, or none any more.
     *
     * @throws TopicsException as {@link #read}
     */
    public Optional<ConsumerRecord<byte[], byte[]>> find(int partition, long offset) {
        return asking(() -> {
            TopicPartition wanted = new TopicPartition(topic, partition);
            List<TopicPartition> one = List.of(wanted);
            if (!partitions().contains(wanted)
                    || offset < at(consumer.beginningOffsets(one), wanted)
                    || offset >= at(consumer.endOffsets(one), wanted)) {
                return Optional.empty();
            }
            consumer.assign(one);
            consumer.seek(wanted, offset);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            readUpTo(Map.of(wanted, offset + 1), found::addAll);
            return found.stream().filter(record -> record.offset() == offset).findFirst();
        });
    }

    /**
     * Where each partition begins now.
     *
     * @throws TopicsException as {@link #read}
     */
    public Map<TopicPartition, Long> beginnings() {
        return asking(() -> consumer.beginningOffsets(partitions()));
    }

    private List<TopicPartition> partitions() {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found == null || found.isEmpty()) {
            throw new TopicsException(topic + ": there is no such topic (./fleck topics plan, apply)");
        }
        return found.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private void seek(List<TopicPartition> partitions, Instant since, Map<TopicPartition, Long> ends) {
        if (since.equals(Instant.MIN)) {
            consumer.seekToBeginning(partitions);
            return;
        }
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, unused -> since.toEpochMilli())));
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp first = found.get(partition);
            consumer.seek(partition, first == null ? at(ends, partition) : first.offset());
        }
    }

    private void readUpTo(Map<TopicPartition, Long> ends, Consumer<List<ConsumerRecord<byte[], byte[]>>> sink) {
        long last = nanoTime.getAsLong();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            List<ConsumerRecord<byte[], byte[]>> step = new ArrayList<>();
            consumer.poll(POLL).forEach(record -> {
                if (record.offset() < at(ends, new TopicPartition(topic, record.partition()))) {
                    step.add(record);
                }
            });
            if (!step.isEmpty()) {
                sink.accept(step);
                last = nanoTime.getAsLong();
            } else if (nanoTime.getAsLong() - last > patience.toNanos()) {
                throw new TopicsException(topic + ": nothing came for " + patience.toSeconds() + " s");
            }
        }
    }

    private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    private <T> T asking(Supplier<T> work) {
        try {
            return work.get();
        } catch (KafkaException e) {
            throw new TopicsException(topic + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
