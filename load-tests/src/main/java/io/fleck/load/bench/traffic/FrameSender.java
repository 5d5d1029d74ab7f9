package io.fleck.load.bench.traffic;

import io.fleck.avro.CameraFrame;
import io.fleck.load.bench.measure.Meter;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.gateway.ProducerSettings;
import io.fleck.stream.topics.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a line's frames with the gateway's own producer settings. A frame's capture time is when it was due.
 *
 * <p>Used by one thread at a time.
 */
final class FrameSender implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private final Line line;
    private final String topic;
    private final Serializer<CameraFrame> serializer;
    private final Producer<String, byte[]> producer;
    private final Meter meter;
    private volatile long sent;

    /**
     * Connects when the first frame is sent.
     *
     * @param meter told of a frame that the broker does not take
     */
    FrameSender(Line line, AvroCodec codec, Meter meter) {
        this.line = line;
        this.topic = line.topics().name(Topic.FRAMES);
        this.serializer = codec.serializer(CameraFrame.class);
        this.producer = ProducerSettings.open(line.bootstrapServers(), Map.of());
        this.meter = meter;
    }

    /** Sends the next frame: cameras take turns, and so do pictures. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread sends, others only look
    void send(long dueMicros) {
        CameraFrame frame = frame(sent, dueMicros);
        int partition = Math.toIntExact(sent % line.cameras()) % line.partitions();
        Future<RecordMetadata> unused = producer.send(
                new ProducerRecord<>(topic, partition, frame.getCamera(), serializer.serialize(topic, frame)),
                (metadata, failure) -> acknowledged(failure));
        sent++;
    }

    private CameraFrame frame(long number, long dueMicros) {
        Picture picture =
                line.pictures().get(Math.toIntExact(number % line.pictures().size()));
        return CameraFrame.newBuilder()
                .setId("bench-" + number)
                .setCamera("camera-" + number % line.cameras())
                .setStation("bench")
                .setCapturedAt(EpochMicros.toInstant(dueMicros))
                .setSequence(number / line.cameras())
                .setFormat(picture.format())
                .setBytes(picture.bytes())
                .build();
    }

    private void acknowledged(@Nullable Exception failure) {
        if (failure != null) {
            meter.fail(failure);
        }
    }

    /** Waits until the broker has all that was sent. */
    void flush() {
        producer.flush();
    }

    /** Frames sent so far. */
    long sent() {
        return sent;
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }
}
