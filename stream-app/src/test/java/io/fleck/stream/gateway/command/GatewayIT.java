package io.fleck.stream.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.ClaimCheck;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.stream.claims.ClaimSettings;
import io.fleck.stream.claims.Claims;
import io.fleck.stream.gateway.FrameId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command against a real broker and a real registry, through kills and outages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class GatewayIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LocalCluster cluster;

    @BeforeAll
    void startCluster() {
        cluster = LocalCluster.start(ClusterOptions.defaults());
    }

    @AfterAll
    void stopCluster() {
        cluster.close();
    }

    @Test
    void shouldSendEachFileAtLeastOnceWithTheSameIdThroughKills() throws Exception {
        Path frames = pictures(folder.resolve("kill"), 90);
        try (FramesTopic topic = FramesTopic.make(cluster, "kill.")) {
            for (int before : List.of(5, 30)) {
                Process gateway = startProcess(frames, "kill.", "--rate", "60");
                topic.await(read -> contents(read).size() >= before);
                gateway.destroyForcibly();
                assertThat(gateway.waitFor()).as("ended by SIGKILL").isEqualTo(137);
            }
            Process last = startProcess(frames, "kill.", "--rate", "200");
            assertThat(last.waitFor(40, TimeUnit.SECONDS)).isTrue();
            assertThat(last.exitValue()).isEqualTo(ExitCode.DONE);
            assertSound(topic.all(), 90);
        }
    }

    @Test
    void shouldLoseNothingWhileTheBrokerIsAway() throws Exception {
        Path frames = pictures(folder.resolve("outage"), 60);
        try (FramesTopic topic = FramesTopic.make(cluster, "outage.")) {
            Run run = run(frames, "outage.", "--rate", "20");
            topic.await(read -> read.size() >= 10);
            cluster.stopBroker(1);
            run.awaitLine("waiting: the broker");
            cluster.startBroker(1);
            assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
            List<CameraFrame> read = topic.all();
            assertSound(read, 60);
            assertThat(read).as("an idempotent producer sends none twice").hasSize(60);
            run.awaitLine("going on");
        }
    }

    @Test
    void shouldWaitForARegistryThatIsAwayAtTheStart() throws Exception {
        Path frames = pictures(folder.resolve("registry"), 10);
        try (FramesTopic topic = FramesTopic.make(cluster, "registry.")) {
            cluster.stopRegistry();
            Run run = run(frames, "registry.", "--rate", "0");
            run.awaitLine("waiting: schema registry " + cluster.registryUrl());
            cluster.startRegistry();
            assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
            assertSound(topic.all(), 10);
        }
    }

    @Test
    void shouldWatchAndTakeOnlyFinishedFiles() throws Exception {
        Path frames = Files.createDirectories(folder.resolve("watch"));
        try (FramesTopic topic = FramesTopic.make(cluster, "watch.")) {
            Process gateway = startProcess(frames, "watch.", "--watch", "--settle", "300ms");
            Path slow = frames.resolve("slow.png");
            Files.writeString(slow, "first half, ");
            Path part = Files.writeString(frames.resolve("fast.png.part"), "renamed");
            Files.move(part, frames.resolve("fast.png"));
            // The writer of slow.png goes on for as long as it takes until the other picture has arrived.
            topic.await(read -> {
                append(slow, "more, ");
                return contents(read).containsKey("renamed");
            });
            append(slow, "second half");
            List<CameraFrame> read = topic.await(r -> r.size() >= 2);
            assertThat(contents(read).keySet())
                    .element(1)
                    .asString()
                    .startsWith("first half")
                    .endsWith("second half");
            gateway.destroy();
            assertThat(gateway.waitFor(20, TimeUnit.SECONDS))
                    .as("ends on SIGTERM")
                    .isTrue();
            assertThat(topic.all()).hasSize(2);
        }
    }

    @Test
    void shouldNameAMissingTopicAndSendNothingTwiceAcrossRuns() throws Exception {
        Path frames = pictures(folder.resolve("twice"), 4);
        Run missing = run(frames, "nowhere.");
        assertThat(missing.exitCode()).isEqualTo(ExitCode.FAILED);
        missing.awaitLine("topic nowhere.inspection.frames is not there");
        try (FramesTopic topic = FramesTopic.make(cluster, "twice.")) {
            Files.createFile(frames.resolve("empty.jpg"));
            Run first = run(frames, "twice.", "--rate", "0");
            assertThat(first.exitCode()).as("one file can't be sent").isEqualTo(ExitCode.FAILED);
            first.awaitLine("empty.jpg is not sent: it is empty");
            Files.delete(frames.resolve("empty.jpg"));
            Run second = run(frames, "twice.", "--rate", "0");
            assertThat(second.exitCode()).isEqualTo(ExitCode.DONE);
            second.awaitLine("4 files were acknowledged before");
            assertThat(topic.all()).hasSize(4);
        }
    }

    @Test
    void shouldPutLargePicturesIntoTheStoreThatItIsGiven() throws Exception {
        Path frames = pictures(folder.resolve("claims"), 3);
        Path store = Files.createDirectory(folder.resolve("claim store"));
        try (FramesTopic topic = FramesTopic.make(cluster, "claims.")) {
            String place = store.toUri().toString();
            Run run = run(frames, "claims.", "--rate", "0", "--claim-store", place, "--claim-above", "1B");
            assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
            Claims claims = Claims.open(ClaimSettings.none().withRoots(List.of(store)), 1000);
            List<String> fetched = new ArrayList<>();
            for (CameraFrame frame : topic.all()) {
                assertThat(frame.getBytes().remaining())
                        .as("bytes in the record")
                        .isZero();
                ClaimCheck check = frame.getClaimCheck();
                assertThat(check).as("claim check").isNotNull();
                fetched.add(StandardCharsets.UTF_8.decode(claims.fetch(check)).toString());
            }
            assertThat(fetched).containsExactly(content(0), content(1), content(2));
        }
    }

    private static void assertSound(List<CameraFrame> read, int files) {
        Map<String, CameraFrame> first = contents(read);
        assertThat(first.keySet())
                .as("every file, in order by first appearance")
                .containsExactlyElementsOf(
                        LongStream.range(0, files).mapToObj(GatewayIT::content).toList());
        assertThat(first.values())
                .extracting(CameraFrame::getSequence)
                .containsExactlyElementsOf(LongStream.range(0, files).boxed().toList());
        for (CameraFrame frame : read) {
            byte[] bytes = text(frame).getBytes(StandardCharsets.UTF_8);
            assertThat(frame.getId())
                    .as("id of frame %d, each time it was sent", frame.getSequence())
                    .isEqualTo(FrameId.of("camera-1", frame.getSequence(), bytes));
            assertThat(frame.getCapturedAt()).isEqualTo(NOON.plusSeconds(frame.getSequence()));
        }
    }

    /** First frame of each content, in the order in which they appeared. */
    private static Map<String, CameraFrame> contents(List<CameraFrame> read) {
        Map<String, CameraFrame> first = new LinkedHashMap<>();
        read.forEach(frame -> first.putIfAbsent(text(frame), frame));
        return first;
    }

    private static String text(CameraFrame frame) {
        return StandardCharsets.UTF_8.decode(frame.getBytes().duplicate()).toString();
    }

    private static String content(long index) {
        return "picture " + index;
    }

    /** Names sort the other way round: only the time gives the order. */
    private static Path pictures(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            Path file = Files.writeString(folder.resolve("part-" + (1000 - i) + ".jpg"), content(i));
            Files.setLastModifiedTime(file, FileTime.from(NOON.plusSeconds(i)));
        }
        return folder;
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> arguments(Path frames, String prefix, String... more) {
        List<String> all = new ArrayList<>(List.of("gateway", "--frames", frames.toString(), "--prefix", prefix));
        all.addAll(List.of("--bootstrap", cluster.bootstrapServers(), "--registry", cluster.registryUrl()));
        all.addAll(List.of("--journal", folder.resolve(prefix + "journal").toString()));
        all.addAll(List.of(more));
        return all;
    }

    private Process startProcess(Path frames, String prefix, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fleck.class.getName()));
        command.addAll(arguments(frames, prefix, more));
        return new ProcessBuilder(command).inheritIO().start();
    }

    private Run run(Path frames, String prefix, String... more) {
        return new Run(arguments(frames, prefix, more));
    }
}
