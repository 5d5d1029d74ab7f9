package io.fleck.stream.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The machine's clock, for one gateway. */
public final class SystemGatewayClock implements GatewayClock {
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    @SuppressWarnings("ResultOfMethodCallIgnored") // released or not: the caller looks at its own state
    public void await(Duration wait) throws InterruptedException {
        released.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void release() {
        released.countDown();
    }
}
