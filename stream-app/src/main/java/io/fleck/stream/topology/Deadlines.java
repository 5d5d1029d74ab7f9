package io.fleck.stream.topology;

import io.fleck.core.batch.BatchRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Until when a frame is worth inspecting: from its record's timestamp to a moment of the monotonic clock. */
final class Deadlines {
    private final Clock clock;
    private final LongSupplier nanoTime;

    Deadlines(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * When a frame expires, in nanoseconds of the monotonic clock; {@link BatchRequest#NEVER} without a deadline and
     * for a dead letter sent again.
     *
     * <p>The wall clock is looked at once: should it jump afterwards, the frame keeps its deadline.
     */
    long expiresAt(Frame frame) {
        @Nullable Duration deadline = frame.station().deadline();
        if (deadline == null || frame.input().isReplay()) {
            return BatchRequest.NEVER;
        }
        long age = clock.millis() - frame.input().timestamp();
        return nanoTime.getAsLong() + deadline.minusMillis(age).toNanos();
    }
}
