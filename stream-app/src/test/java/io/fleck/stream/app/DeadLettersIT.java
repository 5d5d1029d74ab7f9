package io.fleck.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleck.avro.FrameFormat;
import io.fleck.avro.InspectionResult;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.stream.topics.DeadLetterHeaders;
import io.fleck.stream.topics.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Frames of a station that nobody configured: listed, and sent again once its recipe is there. */
final class DeadLettersIT {
    private record Run(int exitCode, String out, String err) {}

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

    private static Run letters(Line line, String... arguments) {
        List<String> all = new ArrayList<>(List.of("dead-letters"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of(
                "--bootstrap",
                cluster.bootstrapServers(),
                "--prefix",
                line.topics().prefix()));
        if (!all.contains("--registry") && arguments.length > 0 && arguments[0].equals("list")) {
            all.addAll(List.of("--registry", cluster.registryUrl()));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Fleck.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int exitCode = command.execute(all.toArray(String[]::new));
        return new Run(exitCode, out.toString(), err.toString());
    }

    private static void send(Line line, String station, int number) {
        line.send(Line.frame("cam-0", number, FrameFormat.JPEG, Pictures.jpeg(number, false))
                .setStation(station)
                .build());
    }

    private static JsonNode json(Path file) throws Exception {
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void shouldListReplayOnceAndInspectAfterwards() throws Exception {
        try (Line line = new Line(cluster, "letters", folder)) {
            Map<String, String> settings = line.settings();
            settings.remove("stations.default.model");
            settings.put("stations.press.model", "brightness");
            settings.put("topics.dead-letters.partitions", "1");
            String first;
            try (FleckApp app = line.start(settings)) {
                send(line, "oven", 0);
                send(line, "press", 1);
                line.send("cam-0", "no frame".getBytes(StandardCharsets.UTF_8));
                send(line, "oven", 2);
                List<ConsumerRecord<byte[], byte[]>> dead = line.await(Topic.DEAD_LETTERS, 3);
                assertThat(dead).hasSize(3);
                first = "0-" + dead.get(0).offset();
                assertThat(app.failure()).isEmpty();
            }

            Path file = folder.resolve("letters.json");
            Run list = letters(line, "list", "--json", file.toString());
            assertThat(list.exitCode()).as("list: %s", list.err()).isEqualTo(ExitCode.DONE);
            assertThat(list.out())
                    .contains(first + "  2")
                    .contains("FRAME_STATION_UNKNOWN  oven/cam-0  station 'oven' is not configured")
                    .contains("AVRO_FOREIGN_MAGIC  letters.inspection.frames-");
            assertThat(json(file).path("dead_letters").asInt()).isEqualTo(3);
            assertThat(json(file).path("letters").get(0).path("station").asText())
                    .isEqualTo("oven");
            Run one = letters(line, "list", "--reason", "avro_foreign_magic", "--since", "1h", "--limit", "5");
            assertThat(one.out().lines()).hasSize(1);
            assertThat(letters(line, "list", "--limit", "1").out().lines())
                    .as("the newest")
                    .hasSize(1);

            settings.put("stations.oven.model", "brightness");
            try (FleckApp app = line.start(settings)) {
                Run single = letters(line, "replay", "--id", first);
                assertThat(single.out()).isEqualTo(first + ": sent to letters.inspection.frames\n");
                Run rest = letters(line, "replay", "--reason", "FRAME_STATION_UNKNOWN", "--json", file.toString());
                assertThat(rest.exitCode()).as("replay: %s", rest.err()).isEqualTo(ExitCode.DONE);
                assertThat(rest.out()).contains(first + ": was sent before; --again sends it once more");
                assertThat(json(file).path("replayed").asInt()).isEqualTo(1);
                assertThat(json(file).path("already_replayed").asInt()).isEqualTo(1);
                assertThat(line.decode(InspectionResult.class, line.await(Topic.RESULTS, 3)))
                        .extracting(InspectionResult::getSequence)
                        .containsExactlyInAnyOrder(0L, 1L, 2L);
                assertThat(line.read(Topic.DEAD_LETTERS))
                        .as("none became one again")
                        .hasSize(3);
                assertReplays(line, first);

                Run nothing = letters(line, "replay", "--reason", "FRAME_STATION_UNKNOWN", "--quiet");
                assertThat(nothing.out()).as("all were sent before").isEmpty();
                Run again = letters(line, "replay", "--id", first, "--again");
                assertThat(again.out()).isEqualTo(first + ": sent to letters.inspection.frames\n");
                Run garbage = letters(line, "replay", "--reason", "AVRO_FOREIGN_MAGIC", "--limit", "1");
                assertThat(garbage.exitCode()).isEqualTo(ExitCode.DONE);
                line.await(Topic.DEAD_LETTERS, 4);
                assertThat(letters(line, "list").out())
                        .as("it failed once more")
                        .contains("(replay of 0-");
                assertThat(app.failure()).isEmpty();
            }
        }
    }

    private static void assertReplays(Line line, String first) {
        List<ConsumerRecord<byte[], byte[]>> replays = line.read(Topic.FRAMES).stream()
                .filter(record -> DeadLetterHeaders.isReplay(record.headers()))
                .toList();
        assertThat(replays).hasSize(2).allSatisfy(replay -> {
            assertThat(new String(replay.key(), StandardCharsets.UTF_8)).isEqualTo("cam-0");
            assertThat(replay.headers().lastHeader("traceparent").value()).isEqualTo(Line.TRACE);
            assertThat(replay.headers().lastHeader("fleck.dead-letter.reason")).isNull();
        });
        assertThat(new String(
                        replays.get(0).headers().lastHeader("fleck.replayed").value(), StandardCharsets.UTF_8))
                .isEqualTo(first);
    }

    @Test
    void shouldRefuseWhatIsNotThereAndWhatCameFromElsewhere() throws Exception {
        try (Line line = new Line(cluster, "elsewhere", folder)) {
            assertThat(letters(line, "list").err())
                    .contains("elsewhere.inspection.dead-letters: there is no such topic");
            try (FleckApp app = line.start(line.settings())) {
                assertThat(app.notReady()).isEmpty();
            }
            assertThat(letters(line, "replay").exitCode()).as("nothing to send").isEqualTo(ExitCode.DONE);
            assertThat(letters(line, "replay", "--id", "x").exitCode()).isEqualTo(ExitCode.USAGE);
            Run missing = letters(line, "replay", "--id", "0-5");
            assertThat(missing.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(missing.err()).contains("0-5: there is no such dead letter, or none any more");
            foreign(line);
            Run refused = letters(line, "replay");
            assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(refused.err()).contains("came from 'payments', which is no input under this --prefix; not sent");
            assertThat(letters(line).exitCode()).as("no subcommand").isEqualTo(ExitCode.USAGE);
        }
    }

    /** A record that claims to come from a topic that is none of ours. */
    private static void foreign(Line line) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(line.name(Topic.DEAD_LETTERS), new byte[] {1}, new byte[] {2});
            record.headers()
                    .add(
                            DeadLetterHeaders.PREFIX + DeadLetterHeaders.TOPIC,
                            "payments".getBytes(StandardCharsets.UTF_8));
            producer.send(record).get();
        }
    }
}
