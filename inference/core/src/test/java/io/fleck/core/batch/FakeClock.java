package io.fleck.core.batch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** A clock that stands still until the test moves it. */
final class FakeClock implements BatchClock {
    private static final long LOOK_AGAIN_NANOS = 200_000;
    private final AtomicLong now = new AtomicLong();

    @Override
    public long nanoTime() {
        return now.get();
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // the caller loops; here it looks at the set time again and again
    public void await(Condition condition, long nanos) throws InterruptedException {
        long ignored = condition.awaitNanos(LOOK_AGAIN_NANOS);
    }

    void advance(Duration by) {
        now.addAndGet(by.toNanos());
    }
}
