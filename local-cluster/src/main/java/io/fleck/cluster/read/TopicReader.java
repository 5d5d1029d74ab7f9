package io.fleck.cluster.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads whole topics from their beginning, as bytes; every call starts anew.
 *
 * <p>Records of one partition come in its order; partitions and topics are interleaved. Not safe for use by several
 * threads.
 */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;

    private TopicReader(String bootstrapServers, String isolation) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Sees what transactions have committed, and what was written without one: what downstream may act on. */
    public static TopicReader readCommitted(String bootstrapServers) {
        return new TopicReader(bootstrapServers, "read_committed");
    }

    /** Sees records of open and aborted transactions too. */
    public static TopicReader readUncommitted(String bootstrapServers) {
        return new TopicReader(bootstrapServers, "read_uncommitted");
    }

    /**
     * Hands over every record up to where the topics end now. Under read committed a topic ends before its oldest open
     * transaction.
     *
     * @param limit how long it may take, waiting for topics that do not exist yet included
     * @throws ReadException when the end is not reached in time
     */
    public void scan(Collection<String> topics, Duration limit, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        Deadline deadline = Deadline.after(limit);
        rewind(topics, deadline);
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), deadline.left());
        while (!reached(ends)) {
            if (deadline.passed()) {
                throw new ReadException(topics + ": not read to the end within " + limit.toSeconds() + " s", null);
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < ends.getOrDefault(partition(record), 0L)) {
                    sink.accept(record);
                }
            }
        }
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /**
     * Every record up to where the topics end now; for topics that fit into memory.
     *
     * @throws ReadException when the end is not reached in time
     */
    public List<ConsumerRecord<byte[], byte[]>> readAll(Collection<String> topics, Duration limit) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        scan(topics, limit, records::add);
        return records;
    }

    /**
     * Reads, also what is still being written, until there is enough.
     *
     * @param enough asked with everything read so far, each time when there is more
     * @param limit how long to wait; when it passes, what was read is returned for the caller to judge
     */
    public List<ConsumerRecord<byte[], byte[]>> readUntil(
            Collection<String> topics, Predicate<List<ConsumerRecord<byte[], byte[]>>> enough, Duration limit) {
        Deadline deadline = Deadline.after(limit);
        rewind(topics, deadline);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (!enough.test(records) && !deadline.passed()) {
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    private void rewind(Collection<String> topics, Deadline deadline) {
        List<TopicPartition> partitions = new ArrayList<>();
        topics.forEach(topic -> partitions.addAll(partitionsOf(topic, deadline)));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private List<TopicPartition> partitionsOf(String topic, Deadline deadline) {
        while (!deadline.passed()) {
            List<PartitionInfo> found = consumer.partitionsFor(topic, deadline.left());
            if (found != null && !found.isEmpty()) {
                return found.stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        throw new ReadException(topic + ": no such topic", null);
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** A point on the system's monotonic clock. */
    private record Deadline(long nanos) {
        static Deadline after(Duration limit) {
            return new Deadline(System.nanoTime() + limit.toNanos());
        }

        boolean passed() {
            return nanos - System.nanoTime() <= 0;
        }

        Duration left() {
            return Duration.ofNanos(Math.max(1, nanos - System.nanoTime()));
        }
    }
}
