package io.fleck.stream.previews;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** At most so many previews a second and station. Safe for use by several threads. */
final class PreviewRate {
    /** Frames name their stations: made-up names must not fill the memory. */
    private static final int MOST_STATIONS = 10_000;

    private final double perSecond;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<String, Long> lastAt = new ConcurrentHashMap<>();

    PreviewRate(double perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
    }

    /** Whether a preview of this station is due now; if so the next one is due an interval later. */
    boolean due(String station) {
        if (perSecond <= 0 || (lastAt.size() >= MOST_STATIONS && !lastAt.containsKey(station))) {
            return false;
        }
        long now = nanoTime.getAsLong();
        long interval = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
        Long last = lastAt.putIfAbsent(station, now);
        return last == null || (now - last >= interval && lastAt.replace(station, last, now));
    }
}
