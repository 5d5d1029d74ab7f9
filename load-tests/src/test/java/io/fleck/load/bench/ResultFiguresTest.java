package io.fleck.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.fleck.core.engine.Engines;
import io.fleck.load.bench.traffic.Picture;
import io.fleck.load.drive.BlockModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFiguresTest {
    @TempDir
    private Path folder;

    private Map<String, Object> figures(Result result) {
        Subject subject = new Subject(
                BlockModel.write(folder.resolve("model")),
                Engines.select("null"),
                List.of(new Picture(new byte[100]), new Picture(new byte[301])));
        return ResultFigures.of(result, subject).asMap();
    }

    @Test
    void shouldCarryTheNamesThatScriptsKnow() {
        Map<String, Object> figures = figures(Results.full());
        assertThat(figures)
                .containsEntry("engine_images_per_second", 100.0)
                .containsEntry("stream_images_per_second", 90.0)
                .containsEntry("flink_images_per_second", 80.0)
                .containsEntry("stream_over_engine", 0.9)
                .containsEntry("ceiling_images_per_second", 900.0)
                .containsEntry("picture_bytes", 201L);
        assertThat((Double) figures.get("flink_over_stream")).isCloseTo(80 / 90.0, withinPercentage(0.01));
        assertThat((Double) figures.get("cpu_seconds_per_1000")).isCloseTo(18, withinPercentage(0.01));
        assertThat((Double) figures.get("added_latency_p50_ms")).isCloseTo(60, withinPercentage(0.2));
        assertThat((Double) figures.get("added_latency_p99_ms")).isCloseTo(60, withinPercentage(0.2));
        assertThat((Double) figures.get("added_latency_at_least_once_p99_ms")).isCloseTo(10, withinPercentage(0.2));
    }

    @Test
    void shouldCarryEveryRoundShapeLoadAndStage() {
        Map<String, Object> figures = figures(Results.full());
        assertThat(figures).containsEntry("engine_rounds", List.of(100.0, 110.0, 90.0));
        assertThat(figures).containsEntry("stream_rounds", List.of(90.0, 85.0, 95.0));
        assertThat((List<?>) figures.get("sweep")).hasSize(2);
        assertThat((List<?>) figures.get("latencies")).hasSize(6);
        assertThat((List<?>) figures.get("stages"))
                .as("all but the one that never ran")
                .hasSize(6);
    }

    @Test
    void shouldLeaveOutWhatWasNotMeasured() {
        assertThat(figures(Results.least()))
                .doesNotContainKeys(
                        "flink_images_per_second",
                        "flink_over_stream",
                        "ceiling_images_per_second",
                        "added_latency_p50_ms",
                        "added_latency_at_least_once_p99_ms");
    }
}
