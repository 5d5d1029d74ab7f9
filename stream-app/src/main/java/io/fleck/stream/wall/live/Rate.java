package io.fleck.stream.wall.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Growth of a counter a second, over the last seconds. Not thread-safe. */
final class Rate {
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final double NANOS = 1e9;

    private record Sample(long nanos, long count) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Takes the counter's present value and returns the rate; 0 until two samples are there. */
    double sample(long nanos, long count) {
        samples.addLast(new Sample(nanos, count));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW.toNanos()) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        return nanos == first.nanos() ? 0 : (count - first.count()) * NANOS / (nanos - first.nanos());
    }
}
