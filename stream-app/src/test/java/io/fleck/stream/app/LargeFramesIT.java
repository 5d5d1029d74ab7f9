package io.fleck.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.ClaimCheck;
import io.fleck.avro.FrameFormat;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.Verdict;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.stream.Eventually;
import io.fleck.stream.claims.ClaimSettings;
import io.fleck.stream.claims.ClaimWriter;
import io.fleck.stream.claims.S3Area;
import io.fleck.stream.claims.S3Connection;
import io.fleck.stream.claims.S3Server;
import io.fleck.stream.topics.DeadLetterHeaders;
import io.fleck.stream.topics.Topic;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest frames, in their records at three copies and beside them in a folder and in S3. */
final class LargeFramesIT {
    /** A raw picture of 4096 x 4096 pixels has exactly 16 MiB. */
    private static final int SIDE = 4096;

    private static final int CLAIMED_SIDE = 5000;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static LocalCluster cluster;

    @BeforeAll
    static void start() {
        cluster = LocalCluster.start(ClusterOptions.defaults().withBrokers(3));
        BrightnessModel.write(folder.resolve("model"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static byte[] picture(int side, int brightness) {
        byte[] pixels = new byte[side * side];
        Arrays.fill(pixels, (byte) brightness);
        return pixels;
    }

    private static CameraFrame.Builder raw(long sequence, int side, byte[] pixels) {
        return Line.frame("cam-0", sequence, FrameFormat.Mono8, pixels)
                .setWidth(side)
                .setHeight(side);
    }

    private static CameraFrame claimed(long sequence, int side, ClaimCheck check) {
        return raw(sequence, side, new byte[0]).setClaimCheck(check).build();
    }

    private static ClaimCheck deposit(URI place, ClaimSettings settings, byte[] content) {
        try (ClaimWriter writer = ClaimWriter.open(place, 0, 64L << 20, settings)) {
            return writer.deposit(ByteBuffer.wrap(content));
        }
    }

    private static Map<String, String> settings(Line line) {
        Map<String, String> settings = line.settings();
        settings.put("topics.replication", "3");
        // docs/operations.md: what frames of this size need.
        settings.put("frames.per.poll", "2");
        settings.put("frames.buffered", "2");
        settings.put("frames.pending", "4");
        return settings;
    }

    private static void assertThreeCopies(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", cluster.bootstrapServers()))) {
            for (TopicDescription description :
                    admin.describeTopics(List.of(topic)).allTopicNames().get().values()) {
                assertThat(description.partitions())
                        .as(topic)
                        .isNotEmpty()
                        .allSatisfy(
                                partition -> assertThat(partition.replicas()).hasSize(3));
            }
        }
    }

    @Test
    void shouldCarryFramesOf16MebibytesAndTheirDeadLettersAtThreeCopies() throws Exception {
        byte[] noPicture = new byte[SIDE * SIDE];
        new Random(5).nextBytes(noPicture);
        try (Line line = new Line(cluster, "large", folder);
                FleckApp app = line.start(settings(line))) {
            line.send(raw(0, SIDE, picture(SIDE, 100)).build());
            byte[] bad = line.bytes(
                    Line.frame("cam-0", 1, FrameFormat.JPEG, noPicture).build());
            line.send("cam-0", bad);
            line.send(raw(2, SIDE, picture(SIDE, 250)).build());

            List<InspectionResult> results = line.decode(InspectionResult.class, line.await(Topic.RESULTS, 2));
            assertThat(results).extracting(InspectionResult::getSequence).containsExactly(0L, 2L);
            assertThat(results).extracting(InspectionResult::getVerdict).containsExactly(Verdict.OK, Verdict.ANOMALY);
            List<ConsumerRecord<byte[], byte[]>> letters = line.await(Topic.DEAD_LETTERS, 1);
            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).value()).as("16 MiB and their frame").isEqualTo(bad);
            assertThat(DeadLetterHeaders.text(letters.get(0).headers(), DeadLetterHeaders.REASON))
                    .hasValue("IMAGE_MALFORMED");
            for (Topic topic : List.of(Topic.FRAMES, Topic.RESULTS, Topic.DEAD_LETTERS)) {
                assertThreeCopies(line.name(topic));
            }
            assertThat(app.failure()).isEmpty();
        }
    }

    @Test
    void shouldFetchWhatNoRecordTakesAndWaitForAStoreThatIsAway() throws Exception {
        Path store = Files.createDirectory(folder.resolve("pictures"));
        Path away = folder.resolve("away");
        byte[] good = picture(CLAIMED_SIDE, 100);
        byte[] defect = picture(CLAIMED_SIDE, 250);
        try (S3Server s3 = S3Server.start(folder.resolve("s3"));
                Line line = new Line(cluster, "claims", folder);
                FleckApp app = line.start(withClaims(line, store, s3))) {
            ClaimCheck inFolder = deposit(store.toUri(), ClaimSettings.none(), good);
            ClaimCheck inS3 = deposit(URI.create("s3://" + S3Server.BUCKET + "/line-1"), through(s3), defect);
            line.send(claimed(0, CLAIMED_SIDE, inFolder));
            line.send(claimed(1, CLAIMED_SIDE, inS3));
            CameraFrame gone = claimed(
                    2,
                    CLAIMED_SIDE,
                    ClaimCheck.newBuilder(inS3).setUri(inS3.getUri() + "0").build());
            line.send(gone);
            List<InspectionResult> results = line.decode(InspectionResult.class, line.await(Topic.RESULTS, 2));
            assertThat(results).extracting(InspectionResult::getVerdict).containsExactly(Verdict.OK, Verdict.ANOMALY);
            ConsumerRecord<byte[], byte[]> letter =
                    line.await(Topic.DEAD_LETTERS, 1).get(0);
            assertThat(letter.value()).as("the record as it came").isEqualTo(line.bytes(gone));
            assertThat(DeadLetterHeaders.text(letter.headers(), DeadLetterHeaders.REASON))
                    .hasValue("CLAIM_MISSING");

            Files.move(store, away);
            line.send(claimed(3, CLAIMED_SIDE, inFolder));
            Eventually.holds(
                    "readiness that names the claim store",
                    () -> app.notReady().stream().anyMatch(problem -> problem.startsWith("claim-store: away")));
            Files.move(away, store);
            assertThat(line.decode(InspectionResult.class, line.await(Topic.RESULTS, 3)))
                    .extracting(InspectionResult::getSequence)
                    .containsExactly(0L, 1L, 3L);
            assertThat(line.read(Topic.DEAD_LETTERS))
                    .as("none because the store was away")
                    .hasSize(1);
            app.awaitReady(Line.LIMIT);
            assertThat(app.failure()).isEmpty();
        }
    }

    private static ClaimSettings through(S3Server s3) {
        return ClaimSettings.none()
                .withBuckets(List.of(new S3Area(S3Server.BUCKET, "")))
                .withConnection(s3.connection())
                .withTimeout(Duration.ofSeconds(30));
    }

    private static Map<String, String> withClaims(Line line, Path store, S3Server s3) {
        S3Connection.Credentials keys = s3.connection().credentials().orElseThrow();
        Map<String, String> settings = settings(line);
        settings.put("claims.file.roots", store.toString());
        settings.put("claims.s3.buckets", S3Server.BUCKET + "/line-1");
        settings.put("claims.s3.endpoint", s3.endpoint().toString());
        settings.put("claims.s3.path-style", "true");
        settings.put("claims.s3.access-key", keys.accessKey());
        settings.put("claims.s3.secret-key", keys.secretKey().value());
        settings.put("claims.timeout", "5s");
        settings.put("outage.patience", "500ms");
        settings.put("outage.retry.longest", "500ms");
        return settings;
    }
}
