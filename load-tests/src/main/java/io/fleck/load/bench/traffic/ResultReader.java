package io.fleck.load.bench.traffic;

import io.fleck.avro.InspectionResult;
import io.fleck.load.bench.measure.Meter;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.stream.reconcile.Outcomes;
import io.fleck.stream.reconcile.Tally;
import io.fleck.stream.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads results and dead letters as they are committed, on a thread of its own, and counts them over distinct inputs. A
 * benchmark's frames are all sound: a dead letter is a failure.
 */
final class ResultReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AvroDecoder<InspectionResult> decoder;
    private final String deadLetters;
    private final LongSupplier clock;
    private final Meter meter;
    private final IntConsumer onRead;
    private final Tally tally = new Tally();
    private final Thread thread;
    private long finished;
    private volatile Observer observer = Observer.NONE;
    private volatile boolean closed;

    /**
     * Starts to read a line's results from their beginning.
     *
     * @param clock microseconds since the epoch
     * @param meter told when reading fails
     * @param onRead told how many more frames have a result, whenever some do
     */
    ResultReader(Line line, AvroCodec codec, LongSupplier clock, Meter meter, IntConsumer onRead) {
        this.decoder = codec.decoder(InspectionResult.class);
        this.deadLetters = line.topics().name(Topic.DEAD_LETTERS);
        this.clock = clock;
        this.meter = meter;
        this.onRead = onRead;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        line.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        assign(Stream.of(line.topics().name(Topic.RESULTS), deadLetters));
        this.thread = new Thread(this::readOn, "fleck-bench-reader");
        thread.setDaemon(true);
        thread.start();
    }

    private void assign(Stream<String> topics) {
        List<TopicPartition> partitions = topics.flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Shows every result from now on to somebody else. */
    void observe(Observer next) {
        observer = next;
    }

    private void readOn() {
        try {
            while (!closed) {
                take(consumer.poll(POLL));
            }
        } catch (WakeupException e) {
            if (!closed) {
                meter.fail(e);
            }
        } catch (RuntimeException e) {
            meter.fail(e);
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        long now = clock.getAsLong();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            take(record, now);
        }
        long inputs = records.isEmpty() ? finished : tally.outcomes().inputs();
        if (inputs > finished) {
            onRead.accept(Math.toIntExact(inputs - finished));
            finished = inputs;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, long now) {
        if (record.topic().equals(deadLetters)) {
            throw new IllegalStateException("a frame became a dead letter: " + record.headers());
        }
        InspectionResult result = decoder.decode(record.topic(), record.value());
        tally.result(text(record.key()), result.getSource(), result.getVerdict());
        observer.read(result, now);
    }

    private static String text(byte @Nullable [] key) {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    /** Stops reading; what was counted until then. */
    Outcomes stop() {
        closed = true;
        consumer.wakeup();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return tally.outcomes();
    }

    @Override
    public void close() {
        Outcomes unused = stop();
        consumer.close();
    }
}
