package io.fleck.load.bench;

import io.fleck.load.bench.bare.Sweep;
import io.fleck.load.bench.measure.CpuTimes;
import io.fleck.load.bench.measure.Latencies;
import io.fleck.load.bench.measure.Span;
import io.fleck.load.bench.measure.StageTimes;
import io.fleck.load.bench.process.AppProcess;
import io.fleck.load.bench.process.FlinkProcess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a benchmark measured, as tables for people. */
final class Tables {
    private Tables() {}

    /** All of them, each under its title. */
    static String of(Result result) {
        List<String> parts = new ArrayList<>();
        parts.add("Bare loop, every shape\n\n" + sweep(result.sweep()));
        parts.add("Rounds, images a second\n\n" + rounds(result));
        parts.add("CPU seconds on 1,000 frames, medians\n\n" + cpu(result));
        parts.add("Time per stage, stream saturated, last round\n\n"
                + stages(result.stream().get(result.stream().size() - 1).stages()));
        if (!result.loads().isEmpty()) {
            parts.add("Added latency, milliseconds\n\n" + latencies(result.loads()));
        }
        for (Guarantee guarantee : Guarantee.values()) {
            result.half(guarantee)
                    .ifPresent(load -> parts.add("Time per stage at half of the knee, " + guarantee.key() + "\n\n"
                            + stages(load.offered().stages())));
        }
        return String.join("\n\n", parts);
    }

    static MarkdownTable sweep(Sweep sweep) {
        MarkdownTable table = new MarkdownTable("shape", "images a second", "CPU s on 1,000");
        sweep.points().stream()
                .sorted(Comparator.comparingDouble(
                        (Sweep.Point point) -> -point.span().perSecond()))
                .forEach(point -> table.row(
                        point.shape().label(),
                        point.span().perSecond(),
                        point.span().cpuPer1000(CpuTimes.BENCH)));
        return table;
    }

    private static MarkdownTable rounds(Result result) {
        MarkdownTable table = new MarkdownTable("round", "engine", "stream", "stream / engine", "app idle, cores");
        for (int i = 0; i < result.engine().size(); i++) {
            double engine = result.engine().get(i).perSecond();
            double stream = result.stream().get(i).span().perSecond();
            table.row(
                    i + 1,
                    engine,
                    stream,
                    stream / engine,
                    result.engine().get(i).cores(AppProcess.ROLE));
        }
        return table.row(
                "median",
                result.enginePerSecond(),
                result.streamPerSecond(),
                result.streamPerSecond() / result.enginePerSecond(),
                "");
    }

    private static MarkdownTable cpu(Result result) {
        MarkdownTable table = new MarkdownTable("", "images a second", "engine or app", "broker", "driver and reader");
        table.row("bare loop", result.enginePerSecond(), Result.medianCpu(result.engine(), CpuTimes.BENCH), "", "");
        cpu(table, "stream", result.streamSpans(), AppProcess.ROLE);
        result.ceiling().ifPresent(span -> cpu(table, "stream, null engine", List.of(span), AppProcess.ROLE));
        if (!result.flink().isEmpty()) {
            cpu(table, "Flink", result.flink(), FlinkProcess.ROLE);
        }
        return table;
    }

    private static void cpu(MarkdownTable table, String what, List<Span> spans, String role) {
        table.row(
                what,
                Result.medianPerSecond(spans),
                Result.medianCpu(spans, role),
                Result.medianCpu(spans, CpuTimes.BROKER),
                Result.medianCpu(spans, CpuTimes.BENCH));
    }

    static MarkdownTable latencies(List<Load> loads) {
        MarkdownTable table = new MarkdownTable(
                "guarantee",
                "load",
                "offered a second",
                "frames",
                "p50",
                "p90",
                "p99",
                "p99.9",
                "max",
                "p99 with engine");
        for (Load load : loads) {
            Latencies added = load.offered().added();
            table.row(
                    load.guarantee().key(),
                    Math.round(100 * load.share()) + " %",
                    load.offered().perSecond(),
                    added.count(),
                    added.millis(50),
                    added.millis(90),
                    added.millis(99),
                    added.millis(99.9),
                    added.maxMillis(),
                    load.offered().total().millis(99));
        }
        return table;
    }

    static MarkdownTable stages(StageTimes stages) {
        MarkdownTable table = new MarkdownTable("stage", "frames", "mean ms", "p50 ms", "p99 ms");
        stages.byStage().forEach((stage, times) -> {
            if (times.count() > 0) {
                table.row(stage, times.count(), times.meanMillis(), times.millis(50), times.millis(99));
            }
        });
        return table;
    }
}
