package io.fleck.stream.previews;

import io.fleck.avro.FramePreview;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.topology.Inspected;
import io.fleck.stream.topology.Previews;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws and sends previews on a thread of its own, through a producer of its own: inside the topology a preview would
 * belong to the transaction, and a slow one would hold up the stream. What does not fit into a short queue is dropped.
 */
public final class PreviewPublisher implements Previews, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewPublisher.class);
    private static final int QUEUE = 8;
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final PreviewRate rate;
    private final PreviewRenderer renderer = new PreviewRenderer();
    private final String topic;
    private final Serializer<FramePreview> serializer;
    private final Producer<byte[], byte[]> producer;
    private final InspectionMetrics metrics;
    private final ThreadPoolExecutor thread;

    /**
     * Starts the thread.
     *
     * @param perSecond most previews a second and station
     * @param topic name of the topic
     * @param producer sends without waiting for long; closed with this
     * @param nanoTime monotonic clock
     */
    public PreviewPublisher(
            double perSecond,
            String topic,
            Serializer<FramePreview> serializer,
            Producer<byte[], byte[]> producer,
            InspectionMetrics metrics,
            LongSupplier nanoTime) {
        this.rate = new PreviewRate(perSecond, nanoTime);
        this.topic = topic;
        this.serializer = serializer;
        this.producer = producer;
        this.metrics = metrics;
        this.thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), PreviewPublisher::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fleck-previews");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void offer(Inspected inspected) {
        if (rate.due(inspected.frame().getStation())) {
            try {
                thread.execute(() -> publish(inspected));
            } catch (RejectedExecutionException e) {
                metrics.preview("dropped");
            }
        }
    }

    private void publish(Inspected inspected) {
        try {
            byte[] value = serializer.serialize(topic, renderer.render(inspected));
            byte[] key = inspected.frame().getStation().getBytes(StandardCharsets.UTF_8);
            var unused = producer.send(new ProducerRecord<>(topic, key, value), (sent, error) -> count(error));
        } catch (RuntimeException e) {
            // Whatever goes wrong here is no reason to stop inspecting; the next preview comes in half a second.
            count(e);
        }
    }

    private void count(@Nullable Exception error) {
        if (error == null) {
            metrics.preview("sent");
        } else {
            metrics.preview("failed");
            LOG.debug("a preview failed", error);
        }
    }

    /** Drops what waits and closes the producer, within two seconds. */
    @Override
    public void close() {
        thread.shutdownNow();
        producer.close(CLOSE);
    }
}
