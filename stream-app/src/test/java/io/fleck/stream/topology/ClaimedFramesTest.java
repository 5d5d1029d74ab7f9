package io.fleck.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.ClaimCheck;
import io.fleck.avro.InspectionResult;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.stream.Eventually;
import io.fleck.stream.claims.BadS3;
import io.fleck.stream.claims.ClaimSettings;
import io.fleck.stream.claims.ClaimWriter;
import io.fleck.stream.claims.S3Area;
import io.fleck.stream.claims.S3Server;
import io.fleck.stream.outage.OutageException;
import io.fleck.stream.topics.DeadLetterHeaders;
import io.fleck.stream.topics.Topic;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClaimedFramesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    /** The frame of that score, its picture put into the store. */
    private CameraFrame claimed(int score) {
        try (ClaimWriter writer = ClaimWriter.open(root.toUri(), 0, 1 << 20, ClaimSettings.none())) {
            CameraFrame.Builder frame = Pipeline.frame(score);
            ClaimCheck check = writer.deposit(frame.getBytes());
            return frame.setBytes(ByteBuffer.allocate(0)).setClaimCheck(check).build();
        }
    }

    @Test
    void shouldInspectAClaimedPictureAsOneInItsRecord() {
        try (Pipeline pipeline = Pipeline.claiming(root)) {
            pipeline.send(Pipeline.frame(200).setId("inline").build());
            pipeline.send(claimed(200));
            assertThat(pipeline.results())
                    .extracting(InspectionResult::getScore)
                    .containsExactly(200.0, 200.0);
            assertThat(pipeline.anomalies()).hasSize(2);
        }
    }

    @Test
    void shouldDeadLetterTheRecordWhosePictureIsGone() throws IOException {
        CameraFrame frame = claimed(7);
        Files.delete(Path.of(URI.create(frame.getClaimCheck().getUri())));
        try (Pipeline pipeline = Pipeline.claiming(root)) {
            pipeline.send(frame);
            var letters = pipeline.records(Topic.DEAD_LETTERS);
            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).value()).isEqualTo(pipeline.bytes(frame));
            assertThat(DeadLetterHeaders.text(letters.get(0).headers(), DeadLetterHeaders.REASON))
                    .hasValue("CLAIM_MISSING");
        }
    }

    @Test
    void shouldWaitForAStoreThatIsAway() throws IOException {
        CameraFrame frame = claimed(7);
        Path elsewhere = root.resolveSibling(root.getFileName() + "-away");
        Files.move(root, elsewhere);
        try (Pipeline pipeline = Pipeline.claiming(root)) {
            assertThatThrownBy(() -> pipeline.send(frame))
                    .hasRootCauseInstanceOf(io.fleck.stream.claims.ClaimStoreUnavailableException.class)
                    .hasCauseInstanceOf(OutageException.class);
            assertThat(pipeline.valve).as("the stream is paused").containsExactly("shut");
            assertThat(pipeline.records(Topic.DEAD_LETTERS)).isEmpty();
            assertThat(pipeline.metric("fleck_outages_total", "dependency", "claim-store"))
                    .isEqualTo(1);
        } finally {
            Files.move(elsewhere, root);
        }
    }

    @Test
    void shouldFetchAgainOnceItsStoreIsBackAndThenAskTheEngineAgain() throws Exception {
        CameraFrame frame = claimed(7);
        Path elsewhere = root.resolveSibling(root.getFileName() + "-gone");
        Files.move(root, elsewhere);
        try (Pipeline pipeline =
                Pipeline.claiming(ClaimSettings.none().withRoots(List.of(root)), Duration.ofSeconds(60))) {
            pipeline.inspector.failuresLeft.set(1);
            CompletableFuture<Void> back = CompletableFuture.runAsync(() -> bringBack(pipeline, elsewhere));
            pipeline.send(frame);
            back.get(60, TimeUnit.SECONDS);
            assertThat(pipeline.results())
                    .extracting(InspectionResult::getScore)
                    .containsExactly(7.0);
            assertThat(pipeline.inspector.calls).as("one failed, one did not").hasValue(2);
            assertThat(pipeline.valve).as("nothing is paused for that").isEmpty();
            assertThat(pipeline.records(Topic.DEAD_LETTERS)).isEmpty();
        }
    }

    private void bringBack(Pipeline pipeline, Path elsewhere) {
        try {
            Eventually.holds(
                    "the frame waits for its store",
                    () -> pipeline.metric("fleck_away", "dependency", "claim-store") == 1);
            Files.move(elsewhere, root);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldBlameTheStoreWhenAPictureTakesLongerThanACommitMayWait() throws IOException {
        ClaimCheck check = new ClaimCheck("s3://" + S3Server.BUCKET + "/a", 8L, "0".repeat(64));
        try (BadS3 silent = BadS3.silent();
                Pipeline pipeline = Pipeline.claiming(
                        ClaimSettings.none()
                                .withBuckets(List.of(new S3Area(S3Server.BUCKET, "")))
                                .withConnection(silent.connection())
                                .withTimeout(Duration.ofSeconds(60)),
                        Duration.ofSeconds(60))) {
            CameraFrame frame = Pipeline.frame(7)
                    .setBytes(ByteBuffer.allocate(0))
                    .setClaimCheck(check)
                    .build();
            assertThatThrownBy(() -> pipeline.send(frame))
                    .hasStackTraceContaining(
                            "claim-store is away: " + check.getUri() + ": no picture within the bound of a commit")
                    .hasCauseInstanceOf(OutageException.class);
            assertThat(pipeline.valve).as("the stream is paused").containsExactly("shut");
            assertThat(pipeline.metric("fleck_outages_total", "dependency", "claim-store"))
                    .isEqualTo(1);
            assertThat(pipeline.metric("fleck_outages_total", "dependency", "engine"))
                    .as("nobody asked the engine")
                    .isZero();
            assertThat(pipeline.records(Topic.DEAD_LETTERS)).isEmpty();
        }
    }

    @Test
    void shouldCountADeadlineFromTheRecordAndNotFromThePicture() {
        FakeInspector inspector = new FakeInspector();
        Duration age = Duration.between(Pipeline.SENT, Pipeline.NOW);
        Station urgent = new Station(
                Pipeline.MODEL, InspectionSettings.ofThreshold(100), inspector, 0, age.plusSeconds(30), null);
        try (Pipeline pipeline = Pipeline.claiming(root, urgent)) {
            long before = System.nanoTime();
            CameraFrame frame = claimed(7);
            pipeline.send(CameraFrame.newBuilder(frame).setStation("elsewhere").build());
            long after = System.nanoTime();
            assertThat(inspector.requests)
                    .singleElement()
                    .satisfies(request -> assertThat(request.expiresAtNanos())
                            .isBetween(before + TimeUnit.SECONDS.toNanos(30), after + TimeUnit.SECONDS.toNanos(30)));
        }
    }

    @Test
    void shouldMeasureTheTimeThatAPictureTook() {
        try (Pipeline pipeline = Pipeline.claiming(root)) {
            pipeline.send(claimed(7));
            assertThat(pipeline.metric("fleck_stage_seconds_count", "stage", "fetch"))
                    .isEqualTo(1);
        }
    }
}
