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
import io.fleck.stream.claims.BadS3;
import io.fleck.stream.claims.S3Connection;
import io.fleck.stream.claims.S3Server;
import io.fleck.stream.topics.Topic;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A claim store that takes its time, against frames of cameras that do not need it, on one stream thread. */
final class SlowClaimsIT {
    private static final int SIDE = 32;
    private static final int OTHERS = 20;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static LocalCluster cluster;

    @BeforeAll
    static void start() {
        cluster = LocalCluster.start(ClusterOptions.defaults());
        BrightnessModel.write(folder.resolve("model"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static byte[] picture(int brightness) {
        byte[] pixels = new byte[SIDE * SIDE];
        Arrays.fill(pixels, (byte) brightness);
        return pixels;
    }

    private static CameraFrame.Builder frame(String camera, long sequence, byte[] pixels) {
        return Line.frame(camera, sequence, FrameFormat.Mono8, pixels)
                .setWidth(SIDE)
                .setHeight(SIDE);
    }

    private static CameraFrame claimed(String camera, long sequence, byte[] pixels) throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pixels));
        return frame(camera, sequence, new byte[0])
                .setClaimCheck(new ClaimCheck("s3://" + S3Server.BUCKET + "/slow", (long) pixels.length, sha256))
                .build();
    }

    /** One thread, and no commit while the test looks: a commit waits for all that is pending. */
    private static Map<String, String> settings(Line line, BadS3 s3) {
        S3Connection.Credentials keys = s3.connection().credentials().orElseThrow();
        Map<String, String> settings = line.settings();
        settings.put("processing.guarantee", "at_least_once");
        settings.put("commit.interval", "60s");
        settings.put("stream.threads", "1");
        settings.put("topics.partitions", "1");
        settings.put("claims.s3.buckets", S3Server.BUCKET);
        settings.put(
                "claims.s3.endpoint", s3.connection().endpoint().orElseThrow().toString());
        settings.put("claims.s3.path-style", "true");
        settings.put("claims.s3.access-key", keys.accessKey());
        settings.put("claims.s3.secret-key", keys.secretKey().value());
        settings.put("claims.timeout", "60s");
        return settings;
    }

    private static List<InspectionResult> ofCamera(String camera, List<InspectionResult> results) {
        return results.stream()
                .filter(result -> result.getCamera().equals(camera))
                .toList();
    }

    @Test
    void shouldNotHoldUpFramesOfAnotherCameraOnTheSameThread() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        try (BadS3 s3 = BadS3.holding(picture(250), released);
                Line line = new Line(cluster, "slow", folder);
                FleckApp app = line.start(settings(line, s3))) {
            line.send(claimed("cam-slow", 0, picture(250)));
            line.send(frame("cam-slow", 1, picture(100)).build());
            Eventually.holds("the store is asked", () -> s3.requests() > 0);
            for (int i = 0; i < OTHERS; i++) {
                line.send(frame("cam-fast", i, picture(100)).build());
            }
            List<ConsumerRecord<byte[], byte[]>> meanwhile = line.await(Topic.RESULTS, OTHERS);
            assertThat(line.decode(InspectionResult.class, meanwhile))
                    .as("all of the other camera, none of the one that waits for its picture")
                    .allSatisfy(result -> assertThat(result.getCamera()).isEqualTo("cam-fast"))
                    .extracting(InspectionResult::getSequence)
                    .containsExactlyElementsOf(
                            LongStream.range(0, OTHERS).boxed().toList());
            released.countDown();

            List<InspectionResult> all = line.decode(InspectionResult.class, line.await(Topic.RESULTS, OTHERS + 2));
            assertThat(ofCamera("cam-slow", all))
                    .as("in the order in which they came")
                    .extracting(InspectionResult::getVerdict)
                    .containsExactly(Verdict.ANOMALY, Verdict.OK);
            assertThat(line.read(Topic.DEAD_LETTERS)).isEmpty();
            assertThat(app.notReady()).as("nothing was taken for away").isEmpty();
            assertThat(app.failure()).isEmpty();
        }
    }
}
