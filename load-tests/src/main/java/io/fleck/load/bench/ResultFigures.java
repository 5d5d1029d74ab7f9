package io.fleck.load.bench;

import io.fleck.cli.Figures;
import io.fleck.load.bench.bare.Sweep;
import io.fleck.load.bench.measure.CpuTimes;
import io.fleck.load.bench.measure.Latencies;
import io.fleck.load.bench.measure.Span;
import io.fleck.load.bench.measure.StageTimes;
import io.fleck.load.bench.process.AppProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a benchmark measured, by the names that users and scripts know. */
final class ResultFigures {
    private ResultFigures() {}

    static Figures of(Result result, Subject subject) {
        double engine = result.enginePerSecond();
        double stream = result.streamPerSecond();
        Figures figures = new Figures()
                .put("engine_images_per_second", engine)
                .put("stream_images_per_second", stream)
                .put("stream_over_engine", stream / engine);
        result.flinkPerSecond()
                .ifPresent(flink ->
                        figures.put("flink_images_per_second", flink).put("flink_over_stream", flink / stream));
        result.ceiling().ifPresent(span -> figures.put("ceiling_images_per_second", span.perSecond()));
        latencies(figures, "added_latency", result, Guarantee.EXACTLY_ONCE_V2);
        latencies(figures, "added_latency_at_least_once", result, Guarantee.AT_LEAST_ONCE);
        List<Span> spans = result.streamSpans();
        return figures.put("cpu_seconds_per_1000", Result.medianCpu(spans, AppProcess.ROLE))
                .put("engine_cpu_seconds_per_1000", Result.medianCpu(result.engine(), CpuTimes.BENCH))
                .put("broker_cpu_seconds_per_1000", Result.medianCpu(spans, CpuTimes.BROKER))
                .put("driver_cpu_seconds_per_1000", Result.medianCpu(spans, CpuTimes.BENCH))
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("picture_bytes", subject.meanBytes())
                .put("shape", result.sweep().best().label())
                .put(
                        "sweep",
                        result.sweep().points().stream()
                                .map(ResultFigures::point)
                                .toList())
                .put("engine_rounds", rates(result.engine()))
                .put("stream_rounds", rates(spans))
                .put("flink_rounds", rates(result.flink()))
                .put(
                        "latencies",
                        result.loads().stream().map(ResultFigures::load).toList())
                .put(
                        "stages",
                        stages(result.stream().get(result.stream().size() - 1).stages()));
    }

    /** At half of the knee. */
    private static void latencies(Figures figures, String name, Result result, Guarantee guarantee) {
        result.half(guarantee)
                .ifPresent(load -> figures.put(
                                name + "_p50_ms", load.offered().added().millis(50))
                        .put(name + "_p99_ms", load.offered().added().millis(99)));
    }

    private static List<Double> rates(List<Span> spans) {
        return spans.stream().map(Span::perSecond).toList();
    }

    private static Map<String, Object> point(Sweep.Point point) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("shape", point.shape().label());
        row.put("images_per_second", point.span().perSecond());
        row.put("cpu_seconds_per_1000", point.span().cpuPer1000(CpuTimes.BENCH));
        return row;
    }

    static Map<String, Object> load(Load load) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("guarantee", load.guarantee().key());
        row.put("share_of_knee", load.share());
        row.put("offered_per_second", load.offered().perSecond());
        row.putAll(percentiles(load.offered().added()));
        row.put("with_engine_p99_ms", load.offered().total().millis(99));
        row.put("stages", stages(load.offered().stages()));
        return row;
    }

    private static Map<String, Object> percentiles(Latencies latencies) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("frames", latencies.count());
        row.put("p50_ms", latencies.millis(50));
        row.put("p90_ms", latencies.millis(90));
        row.put("p99_ms", latencies.millis(99));
        row.put("p99_9_ms", latencies.millis(99.9));
        row.put("max_ms", latencies.maxMillis());
        return row;
    }

    private static List<Map<String, Object>> stages(StageTimes stages) {
        return stages.byStage().entrySet().stream()
                .filter(stage -> stage.getValue().count() > 0)
                .map(stage -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("stage", stage.getKey());
                    row.put("mean_ms", stage.getValue().meanMillis());
                    row.put("p50_ms", stage.getValue().millis(50));
                    row.put("p99_ms", stage.getValue().millis(99));
                    return row;
                })
                .toList();
    }
}
