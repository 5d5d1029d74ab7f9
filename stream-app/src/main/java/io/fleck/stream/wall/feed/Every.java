package io.fleck.stream.wall.feed;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Does something at most once in a while; at once when it has never been done. Used by one thread. */
final class Every {
    private final Duration interval;
    private final LongSupplier nanoTime;
    private @Nullable Long last;

    Every(Duration interval, LongSupplier nanoTime) {
        this.interval = interval;
        this.nanoTime = nanoTime;
    }

    /** Does it when it is time; one that throws is due again at once. */
    void run(Runnable work) {
        long now = nanoTime.getAsLong();
        if (last == null || now - last >= interval.toNanos()) {
            work.run();
            last = now;
        }
    }
}
