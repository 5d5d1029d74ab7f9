package io.fleck.load.drive;

import io.fleck.avro.CameraFrame;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.gateway.ProducerSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends frames with the gateway's producer settings and keeps what was acknowledged. Frames flow beside whatever its owner
 * does, so that a fault meets a stream that runs. Safe for use by several threads.
 */
public final class FrameDriver implements AutoCloseable {
    /** How long one send may block while brokers are away. */
    private static final String MAX_BLOCK = "300000";

    private final String topic;
    private final FrameMaker frames;
    private final AvroCodec codec;
    private final Serializer<CameraFrame> serializer;
    private final Producer<String, byte[]> producer;
    private final Acknowledged acknowledged;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private @Nullable NewerSchema registered;
    private Optional<NewerSchema> newer = Optional.empty();
    private Clock clock;
    private int poisonEvery;
    private long sent;
    private long poison;
    private volatile boolean flowing;
    private @Nullable Thread flow;

    FrameDriver(String topic, FrameMaker frames, AvroCodec codec, Producer<String, byte[]> producer, Clock clock) {
        this.topic = topic;
        this.frames = frames;
        this.codec = codec;
        this.serializer = codec.serializer(CameraFrame.class);
        this.producer = producer;
        this.clock = clock;
        this.acknowledged = new Acknowledged(topic);
    }

    /** A driver for a topic that exists and whose schema is registered. */
    public static FrameDriver open(
            String bootstrapServers, String topic, FrameMaker frames, AvroCodec codec, Clock clock) {
        return new FrameDriver(
                topic,
                frames,
                codec,
                ProducerSettings.open(bootstrapServers, Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK)),
                clock);
    }

    /** From now on one frame of so many is poison. */
    public synchronized void poisonEvery(int nth) {
        if (nth < 1) {
            throw new IllegalArgumentException("one of " + nth + "; it must be at least 1");
        }
        poisonEvery = nth;
    }

    /** Registers a later version of the schema; frames have it from {@link #useNewerSchema} on. */
    public synchronized void registerNewerSchema() {
        registered = NewerSchema.register(codec, topic);
    }

    /** From now on frames have the later version of the schema. */
    public synchronized void useNewerSchema() {
        newer = Optional.ofNullable(registered);
        if (newer.isEmpty()) {
            throw new IllegalStateException("the later version is not registered");
        }
    }

    /** From now on frames are captured, and their records stamped, so much later. */
    public synchronized void shiftClock(Duration by) {
        clock = Clock.offset(clock, by);
    }

    /** Sends so many frames at once and returns when all of them are acknowledged. */
    public void burst(long count) {
        for (long i = 0; i < count; i++) {
            next();
        }
        producer.flush();
        requireNoFailure();
    }

    /** Sends so many frames at once and returns when the producer has taken them. */
    public void push(long count) {
        for (long i = 0; i < count; i++) {
            next();
        }
        requireNoFailure();
    }

    /** Lets frames flow, so many a second if the brokers keep up, until {@link #finish} or {@link #close}. */
    public synchronized void flow(double perSecond) {
        if (flow != null) {
            throw new IllegalStateException("frames flow already");
        }
        flowing = true;
        Thread thread = new Thread(() -> pace(perSecond), "fleck-driver");
        thread.setDaemon(true);
        thread.start();
        flow = thread;
    }

    private void pace(double perSecond) {
        long nanos = Math.max(1, (long) (1e9 / perSecond));
        long due = System.nanoTime();
        try {
            while (flowing) {
                next();
                due += nanos;
                for (long left = due - System.nanoTime(); left > 0 && flowing; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private synchronized void next() {
        CameraFrame frame = frames.frame(sent, clock.instant());
        boolean spoilt = poisonEvery > 0 && sent % poisonEvery == poisonEvery - 1;
        ProducerRecord<String, byte[]> record = spoilt
                ? Poison.of(poison).spoil(topic, frame, this::bytes)
                : new ProducerRecord<>(topic, frame.getCamera(), bytes(frame));
        Future<?> unused = producer.send(
                new ProducerRecord<>(topic, null, clock.millis(), record.key(), record.value()), this::acknowledged);
        sent++;
        poison += spoilt ? 1 : 0;
    }

    private byte[] bytes(CameraFrame frame) {
        byte[] value = serializer.serialize(topic, frame);
        return newer.map(schema -> schema.rewrite(value)).orElse(value);
    }

    private void acknowledged(RecordMetadata metadata, @Nullable Exception error) {
        if (error != null) {
            failure.compareAndSet(null, error);
        } else if (!metadata.hasOffset()) {
            failure.compareAndSet(null, new DriverException("acknowledged without an offset", null));
        } else {
            acknowledged.add(metadata.partition(), metadata.offset());
        }
    }

    /**
     * Stops the flow, sends what is missing, and returns when everything is acknowledged.
     *
     * @param atLeast frames that have to be sent in all
     * @throws DriverException when a frame was refused
     */
    public void finish(long atLeast) throws InterruptedException {
        stopFlow();
        burst(Math.max(0, atLeast - sent()));
        if (acknowledged.count() != sent()) {
            throw new DriverException(sent() + " frames sent, but " + acknowledged.count() + " acknowledged", null);
        }
    }

    private void stopFlow() throws InterruptedException {
        Thread running;
        synchronized (this) {
            flowing = false;
            running = flow;
            flow = null;
        }
        if (running != null) {
            LockSupport.unpark(running);
            running.join();
        }
    }

    private void requireNoFailure() {
        Exception cause = failure.get();
        if (cause != null) {
            throw new DriverException("a frame was refused: " + cause.getMessage(), cause);
        }
    }

    /** Frames handed to the producer. */
    public synchronized long sent() {
        return sent;
    }

    /** How many of them are poison. */
    public synchronized long poison() {
        return poison;
    }

    /** What was acknowledged. */
    public Acknowledged acknowledgedInputs() {
        return acknowledged;
    }

    @Override
    public void close() {
        flowing = false;
        producer.close(Duration.ZERO);
    }
}
