package io.fleck.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.ClaimCheck;
import io.fleck.avro.InspectionResult;
import io.fleck.stream.claims.ClaimSettings;
import io.fleck.stream.claims.ClaimWriter;
import io.fleck.stream.outage.OutageException;
import io.fleck.stream.topics.DeadLetterHeaders;
import io.fleck.stream.topics.Topic;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
