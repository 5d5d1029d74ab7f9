package io.fleck.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.CameraFrame;
import io.fleck.core.batch.BatchRequest;
import io.fleck.core.inspect.FrameRequest;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.stream.topics.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DeadlinesTest {
    private static final Duration AGE = Duration.between(Pipeline.SENT, Pipeline.NOW);

    /** What the model is asked for a frame that was sent that long ago. */
    private static BatchRequest<FrameRequest> request(int priority, @Nullable Duration deadline) {
        return request(priority, deadline, new RecordHeaders());
    }

    private static BatchRequest<FrameRequest> request(int priority, @Nullable Duration deadline, Headers headers) {
        FakeInspector inspector = new FakeInspector();
        Station station =
                new Station(Pipeline.MODEL, InspectionSettings.ofThreshold(100), inspector, priority, deadline, null);
        try (Pipeline pipeline = Pipeline.withDefaultStation(station)) {
            CameraFrame frame = Pipeline.frame(42).setStation("elsewhere").build();
            pipeline.send(frame.getCamera().getBytes(StandardCharsets.UTF_8), pipeline.bytes(frame), headers);
        }
        assertThat(inspector.requests).hasSize(1);
        return inspector.requests.get(0);
    }

    @Test
    void shouldNeverExpireWithoutADeadline() {
        assertThat(request(0, null).expiresAtNanos()).isEqualTo(BatchRequest.NEVER);
    }

    @Test
    void shouldCountFromTheRecordsTimestamp() {
        long before = System.nanoTime();
        long expiresAt = request(0, AGE.plusSeconds(3)).expiresAtNanos();
        assertThat(expiresAt)
                .isBetween(before + TimeUnit.SECONDS.toNanos(3), System.nanoTime() + TimeUnit.SECONDS.toNanos(3));
    }

    @Test
    void shouldHaveExpiredWhenTheRecordIsOlderThanTheDeadline() {
        assertThat(request(0, AGE.minusSeconds(3)).expiresAtNanos()).isLessThan(System.nanoTime());
    }

    @Test
    void shouldNeverLetADeadLetterThatIsSentAgainExpire() {
        Headers replay = new RecordHeaders().add(DeadLetterHeaders.REPLAYED, new byte[] {'0', '-', '7'});
        assertThat(request(0, AGE.minusSeconds(3), replay).expiresAtNanos()).isEqualTo(BatchRequest.NEVER);
    }

    @Test
    void shouldHandOnTheStationsPriorityUnderTheCamera() {
        assertThat(request(7, null).priority()).isEqualTo(7);
        assertThat(request(7, null).key()).isEqualTo("cam-ü1");
    }
}
