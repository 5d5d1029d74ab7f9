package io.fleck.load.bench.traffic;

import io.fleck.avro.InspectionResult;
import io.fleck.load.bench.measure.Latencies;
import io.fleck.load.bench.measure.StageTimes;

/**
 * Latencies of the frames that were due in a span of time. Filled on the reader's thread; read by another once the last
 * of these frames is known to have been read.
 */
final class Arrivals implements Observer {
    private final long from;
    private final long to;
    private final Latencies added = new Latencies();
    private final Latencies total = new Latencies();
    private final StageTimes stages = new StageTimes();

    /** Frames due from a moment (inclusive) to another (exclusive), in microseconds since the epoch. */
    Arrivals(long from, long to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public void read(InspectionResult result, long readMicros) {
        long due = EpochMicros.ofInstant(result.getCapturedAt());
        if (due >= from && due < to) {
            added.record(Latencies.added(readMicros, due, result.getTimings().getInferMicros()));
            total.record(readMicros - due);
            stages.add(result, readMicros);
        }
    }

    Latencies added() {
        return added;
    }

    Latencies total() {
        return total;
    }

    StageTimes stages() {
        return stages;
    }
}
