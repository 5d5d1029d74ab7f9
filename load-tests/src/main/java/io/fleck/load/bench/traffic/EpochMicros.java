package io.fleck.load.bench.traffic;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * Microseconds since the epoch that never jump: the wall clock is read once, and a monotonic clock goes on from there.
 * Driver and reader share it, so that latencies compare no clocks.
 */
final class EpochMicros implements LongSupplier {
    private static final int NANOS_PER_MICRO = 1_000;

    private final long anchorMicros;
    private final long anchorNanos;
    private final LongSupplier nanoTime;

    /** Starts from a wall clock's now. */
    EpochMicros(Clock wall, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.anchorNanos = nanoTime.getAsLong();
        this.anchorMicros = ofInstant(wall.instant());
    }

    @Override
    public long getAsLong() {
        return anchorMicros + (nanoTime.getAsLong() - anchorNanos) / NANOS_PER_MICRO;
    }

    static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static long ofInstant(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
