package io.fleck.load.bench;

import io.fleck.load.bench.bare.Shape;
import io.fleck.load.bench.bare.Sweep;
import io.fleck.load.bench.measure.CpuTimes;
import io.fleck.load.bench.measure.Latencies;
import io.fleck.load.bench.measure.ResultRecords;
import io.fleck.load.bench.measure.Span;
import io.fleck.load.bench.measure.StageTimes;
import io.fleck.load.bench.traffic.Offered;
import io.fleck.load.bench.traffic.Saturated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results as a benchmark would have them. */
final class Results {
    static final Shape POOL = new Shape(Shape.Kind.POOL, 2, 2, 1, 4);
    static final Shape LOOP = new Shape(Shape.Kind.LOOP, 2, 2, 1, 1);

    private Results() {}

    /** Three rounds of an engine at 100 and a stream at 90, ceiling at 900, Flink at 80. */
    static Result full() {
        List<Load> loads = new ArrayList<>();
        for (Guarantee guarantee : Guarantee.values()) {
            for (double share : Result.SHARES) {
                loads.add(new Load(
                        guarantee, share, offered(90 * share, guarantee == Guarantee.EXACTLY_ONCE_V2 ? 60 : 10)));
            }
        }
        return new Result(
                sweep(),
                List.of(bare(100), bare(110), bare(90)),
                List.of(saturated(90), saturated(85), saturated(95)),
                loads,
                Optional.of(stream(900, "app")),
                List.of(stream(80, "flink"), stream(70, "flink"), stream(85, "flink")));
    }

    /** The least that a benchmark can measure. */
    static Result least() {
        return new Result(sweep(), List.of(bare(100)), List.of(saturated(90)), List.of(), Optional.empty(), List.of());
    }

    static Sweep sweep() {
        return new Sweep(List.of(new Sweep.Point(POOL, bare(100)), new Sweep.Point(LOOP, bare(80))));
    }

    static Span bare(double perSecond) {
        return new Span(Math.round(10 * perSecond), 10, Map.of(CpuTimes.BENCH, 20.0));
    }

    static Span stream(double perSecond, String role) {
        return new Span(Math.round(10 * perSecond), 10, Map.of(role, 16.2, CpuTimes.BROKER, 0.9, CpuTimes.BENCH, 1.8));
    }

    static Saturated saturated(double perSecond) {
        return new Saturated(stream(perSecond, "app"), stages());
    }

    static StageTimes stages() {
        StageTimes stages = new StageTimes();
        stages.add(ResultRecords.inspected(1_000_000, 1_050_000, 7_000), 1_060_000);
        return stages;
    }

    /** All latencies the same. */
    static Offered offered(double perSecond, int addedMillis) {
        Latencies added = new Latencies();
        Latencies total = new Latencies();
        for (int i = 0; i < 100; i++) {
            added.record(addedMillis * 1_000L);
            total.record((addedMillis + 7) * 1_000L);
        }
        return new Offered(perSecond, added, total, stages(), stream(perSecond, "app"));
    }
}
