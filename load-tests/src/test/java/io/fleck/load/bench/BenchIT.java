package io.fleck.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.load.bench.traffic.SamplePictures;
import io.fleck.load.drive.BlockModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A benchmark of a few seconds: real broker, real application in a process of its own, real engine, small model. */
class BenchIT {
    @TempDir
    private static Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void write() throws IOException {
        BlockModel.write(folder.resolve("model"));
        Path frames = Files.createDirectories(folder.resolve("frames"));
        for (int i = 0; i < 8; i++) {
            Files.write(frames.resolve(i + ".png"), SamplePictures.png(i == 0 ? 250 : 10 * i));
        }
    }

    private JsonNode bench(String... options) throws IOException {
        Path json = folder.resolve("figures.json");
        List<String> arguments = new ArrayList<>(List.of(
                "bench",
                "--quiet",
                "--engine",
                "onnxruntime",
                "--model",
                folder.resolve("model").toString(),
                "--frames",
                folder.resolve("frames").toString(),
                "--warm-up",
                "1s",
                "--json",
                json.toString()));
        arguments.addAll(List.of(options));
        CommandLine line = Fleck.commandLine();
        line.setErr(new PrintWriter(err, true));
        assertThat(line.execute(arguments.toArray(String[]::new)))
                .as("exit code; it said: %s", err)
                .isEqualTo(ExitCode.DONE);
        return new JsonMapper().readTree(json.toFile());
    }

    private static void assertPositive(JsonNode figures, String... names) {
        for (String name : names) {
            assertThat(figures.path(name).asDouble()).as(name).isPositive();
        }
    }

    /** The command itself compares sent with come out, and ends with an error where they differ. */
    @Test
    void shouldMeasureEveryPart() throws IOException {
        JsonNode figures = bench("--rounds", "2", "--seconds", "1s", "--without", "flink");

        assertPositive(
                figures,
                "engine_images_per_second",
                "stream_images_per_second",
                "stream_over_engine",
                "ceiling_images_per_second",
                "added_latency_p50_ms",
                "added_latency_p99_ms",
                "added_latency_at_least_once_p50_ms",
                "added_latency_at_least_once_p99_ms",
                "cpu_seconds_per_1000",
                "engine_cpu_seconds_per_1000",
                "driver_cpu_seconds_per_1000");
        assertThat(figures.path("stream_rounds")).hasSize(2);
        assertThat(figures.path("latencies")).hasSize(6);
        assertThat(figures.path("latencies"))
                .allSatisfy(load -> assertPositive(load, "frames", "p50_ms", "p99_ms", "max_ms"));
        assertThat(figures.path("stages").findValuesAsText("stage")).contains("decode", "infer", "deliver");
        assertThat(figures.has("flink_images_per_second")).isFalse();
    }

    @Test
    void shouldShowWhatASettingGivesAndTakes() throws IOException {
        JsonNode figures = bench("--latency", "--vary", "commit.interval=20ms", "--rate", "20", "--seconds", "1s");

        JsonNode rows = figures.path("latency_trade");
        assertThat(rows.findValuesAsText("guarantee"))
                .containsExactly("exactly_once_v2", "exactly_once_v2", "at_least_once", "at_least_once");
        assertThat(rows.get(0).path("settings")).as("defaults first").isEmpty();
        assertThat(rows.get(1).path("settings").path("commit.interval").asText())
                .isEqualTo("20ms");
        assertThat(rows)
                .allSatisfy(row -> assertPositive(
                        row, "low_p50_ms", "low_p99_ms", "half_p50_ms", "half_p99_ms", "knee_images_per_second"));
    }
}
