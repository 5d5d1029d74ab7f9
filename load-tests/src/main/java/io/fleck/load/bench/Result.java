package io.fleck.load.bench;

import io.fleck.load.bench.bare.Sweep;
import io.fleck.load.bench.measure.Median;
import io.fleck.load.bench.measure.Span;
import io.fleck.load.bench.traffic.Saturated;
import java.util.List;
import java.util.Optional;

/**
 * What a benchmark measured.
 *
 * @param sweep shapes of the bare loop
 * @param engine the bare loop at its best, a span a round
 * @param stream Kafka to Kafka under exactly_once_v2, one a round
 * @param loads latencies, by guarantee and load; empty when left out
 * @param ceiling Kafka to Kafka with an engine that computes nothing
 * @param flink the Flink job, a span a round; empty when left out
 */
record Result(
        Sweep sweep,
        List<Span> engine,
        List<Saturated> stream,
        List<Load> loads,
        Optional<Span> ceiling,
        List<Span> flink) {
    /** Shares of the knee at which latency is measured. */
    static final List<Double> SHARES = List.of(0.25, 0.5, 0.8);

    /** The share that stands for all in the figures. */
    static final double HALF = 0.5;

    Result {
        engine = List.copyOf(engine);
        stream = List.copyOf(stream);
        loads = List.copyOf(loads);
        flink = List.copyOf(flink);
    }

    double enginePerSecond() {
        return medianPerSecond(engine);
    }

    double streamPerSecond() {
        return medianPerSecond(streamSpans());
    }

    /** The median of the Flink job; empty when it did not run. */
    Optional<Double> flinkPerSecond() {
        return flink.isEmpty() ? Optional.empty() : Optional.of(medianPerSecond(flink));
    }

    List<Span> streamSpans() {
        return stream.stream().map(Saturated::span).toList();
    }

    /** Latency at half of the knee. */
    Optional<Load> half(Guarantee guarantee) {
        return loads.stream()
                .filter(load -> load.guarantee() == guarantee && load.share() == HALF)
                .findFirst();
    }

    static double medianPerSecond(List<Span> spans) {
        return Median.of(spans.stream().map(Span::perSecond).toList());
    }

    /** Median CPU seconds of a role on 1,000 frames. */
    static double medianCpu(List<Span> spans, String role) {
        return Median.of(spans.stream().map(span -> span.cpuPer1000(role)).toList());
    }
}
