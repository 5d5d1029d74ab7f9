package io.fleck.stream.previews;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import io.fleck.avro.FramePreview;
import io.fleck.avro.Verdict;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.core.image.PixelFormat;
import io.fleck.core.image.Rectangle;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.core.inspect.StageTimings;
import io.fleck.stream.Eventually;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.topology.Inspected;
import io.prometheus.client.CollectorRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PreviewPublisherTest {
    private final AtomicLong nanos = new AtomicLong();
    private final CollectorRegistry registry = new CollectorRegistry();
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    private final List<FramePreview> written = new ArrayList<>();
    private @Nullable PreviewPublisher open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private PreviewPublisher publisher(double perSecond, Serializer<FramePreview> serializer) {
        PreviewPublisher publisher = new PreviewPublisher(
                perSecond, "previews", serializer, producer, new InspectionMetrics(registry), nanos::get);
        open = publisher;
        return publisher;
    }

    private byte[] write(String topic, FramePreview preview) {
        written.add(preview);
        return preview.getEventId().getBytes(StandardCharsets.UTF_8);
    }

    private static Inspected inspected(String station, int width, int height, @Nullable Rectangle region) {
        CameraFrame frame = CameraFrame.newBuilder()
                .setId("f")
                .setCamera("cam")
                .setStation(station)
                .setCapturedAt(Instant.parse("2026-01-02T03:04:05Z"))
                .setSequence(8)
                .setFormat(FrameFormat.JPEG)
                .build();
        InspectionOutcome outcome = new InspectionOutcome(
                new Image(width, height, 1, new byte[width * height]),
                2,
                1,
                OptionalDouble.of(0.5),
                new ScoreMap(2, 1, new float[] {0, 2}),
                null,
                List.of(),
                new StageTimings(-1, -1, -1, -1, -1));
        return new Inspected("event", frame, Verdict.ANOMALY, "tiles", region, outcome);
    }

    private double count(String outcome) {
        Double value =
                registry.getSampleValue("fleck_previews_total", new String[] {"outcome"}, new String[] {outcome});
        return value == null ? 0 : value;
    }

    @Test
    void shouldSendASmallPictureAndItsMapUnderTheStation() throws Exception {
        publisher(2, this::write).offer(inspected("press", 1280, 640, new Rectangle(10, 20, 30, 40)));
        Eventually.holds(() -> count("sent") == 1);
        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("previews");
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("press");
        });
        FramePreview preview = written.get(0);
        Image small = ImageDecoders.decode(
                EncodedImage.file(PixelFormat.JPEG, preview.getJpeg()), null, DecodeLimits.DEFAULT);
        assertThat(small.width()).isEqualTo(320);
        assertThat(small.height()).isEqualTo(160);
        assertThat(preview.getFrameWidth()).isEqualTo(1280);
        assertThat(preview.getVerdict()).isEqualTo(Verdict.ANOMALY);
        assertThat(preview.getScore()).isEqualTo(2);
        assertThat(preview.getPValue()).isEqualTo(0.5);
        assertThat(preview.getModel()).isEqualTo("tiles");
        assertThat(preview.getMap().remaining()).isEqualTo(2);
        assertThat(preview.getMapArea()).isEqualTo(new io.fleck.avro.Rectangle(10, 20, 30, 40));
    }

    @Test
    void shouldKeepToItsRatePerStation() throws Exception {
        PreviewPublisher publisher = publisher(2, this::write);
        for (int tenths = 0; tenths < 20; tenths++) {
            nanos.set(Duration.ofMillis(100L * tenths).toNanos());
            double before = count("sent");
            int due = tenths % 5 == 0 ? 2 : 0;
            publisher.offer(inspected("a", 8, 8, null));
            publisher.offer(inspected("b", 8, 8, null));
            Eventually.holds(() -> count("sent") >= before + due);
        }
        assertThat(count("sent")).as("two stations for two seconds").isEqualTo(8);
    }

    @Test
    void shouldSendNothingAtARateOfZero() {
        publisher(0, this::write).offer(inspected("a", 8, 8, null));
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void shouldDropWhatDoesNotFitIntoItsQueueInsteadOfWaiting() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        PreviewPublisher publisher = publisher(2, (topic, preview) -> {
            busy.countDown();
            assertThat(awaited(free)).as("released").isTrue();
            return new byte[0];
        });
        publisher.offer(inspected("first", 8, 8, null));
        assertThat(awaited(busy)).as("the thread draws").isTrue();
        for (int station = 0; station < 20; station++) {
            publisher.offer(inspected("station-" + station, 8, 8, null));
        }
        assertThat(count("dropped")).as("20 less the 8 that wait").isEqualTo(12);
        free.countDown();
        Eventually.holds(() -> count("sent") == 9);
    }

    @Test
    void shouldCountAFailureAndGoOn() throws Exception {
        List<String> calls = new ArrayList<>();
        PreviewPublisher publisher = publisher(2, (topic, preview) -> {
            calls.add(topic);
            if (calls.size() == 1) {
                throw new IllegalStateException("the registry is away");
            }
            return new byte[0];
        });
        publisher.offer(inspected("a", 8, 8, null));
        publisher.offer(inspected("b", 8, 8, null));
        Eventually.holds(() -> count("sent") == 1 && count("failed") == 1);
    }

    @Test
    void shouldNotFillTheMemoryWithMadeUpStations() {
        PreviewRate rate = new PreviewRate(1, nanos::get);
        for (int station = 0; station < 10_000; station++) {
            assertThat(rate.due("s" + station)).isTrue();
        }
        assertThat(rate.due("one too many")).isFalse();
        nanos.set(Duration.ofSeconds(2).toNanos());
        assertThat(rate.due("s1")).as("known ones go on").isTrue();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
