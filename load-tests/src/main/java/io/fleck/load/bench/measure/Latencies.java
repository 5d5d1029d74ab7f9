package io.fleck.load.bench.measure;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * Latencies of an open-loop load, each counted from when the frame was due to be sent, not from when it was: a driver that
 * is held up adds the wait to every frame behind it, so nothing is omitted by coordination and nothing has to be corrected
 * afterwards. Not safe for use by several threads.
 */
public final class Latencies {
    private static final int DIGITS = 3;
    private static final long HIGHEST_MICROS = Duration.ofMinutes(30).toNanos() / 1_000;
    private static final double MICROS_PER_MILLI = 1_000;

    private final Histogram micros = new Histogram(HIGHEST_MICROS, DIGITS);

    /** Adds one latency; below 0 counts as 0 (two clocks may differ by a few microseconds), above 30 min as 30 min. */
    public void record(long latencyMicros) {
        micros.recordValue(Math.min(HIGHEST_MICROS, Math.max(0, latencyMicros)));
    }

    /**
     * What Fleck and Kafka add to a frame: everything but the engine.
     *
     * @param readMicros when the consumer had the result
     * @param dueMicros when the frame was due to be sent
     * @param inferMicros time of its batch inside the engine; -1 when it did not run
     */
    public static long added(long readMicros, long dueMicros, long inferMicros) {
        return readMicros - dueMicros - Math.max(0, inferMicros);
    }

    /** Latencies so far. */
    public long count() {
        return micros.getTotalCount();
    }

    /**
     * A percentile in milliseconds.
     *
     * @param percent 0 to 100
     * @throws BenchException when there are no latencies
     */
    public double millis(double percent) {
        requireSome();
        return micros.getValueAtPercentile(percent) / MICROS_PER_MILLI;
    }

    /**
     * The highest, in milliseconds.
     *
     * @throws BenchException when there are no latencies
     */
    public double maxMillis() {
        requireSome();
        return micros.getMaxValue() / MICROS_PER_MILLI;
    }

    /**
     * The mean, in milliseconds.
     *
     * @throws BenchException when there are no latencies
     */
    public double meanMillis() {
        requireSome();
        return micros.getMean() / MICROS_PER_MILLI;
    }

    private void requireSome() {
        if (count() == 0) {
            throw new BenchException("no frame came back in the measured time", null);
        }
    }
}
