package io.fleck.load.bench.measure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts finished frames and measures over spans of time, from the middle of a load that goes on: what the load needs to
 * get going and to end does not count. Safe for use by several threads.
 */
public final class Meter {
    private final CpuTimes cpu;
    private final AtomicLong frames = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch failed = new CountDownLatch(1);

    /** A meter that also reads CPU times. */
    public Meter(CpuTimes cpu) {
        this.cpu = cpu;
    }

    /** So many more frames are finished. */
    public void add(long finished) {
        frames.addAndGet(finished);
    }

    /** Frames finished so far. */
    public long frames() {
        return frames.get();
    }

    /** The load broke down: whoever measures is told at once. */
    public void fail(Throwable reason) {
        failure.compareAndSet(null, reason);
        failed.countDown();
    }

    /**
     * Lets the load go on for a while.
     *
     * @throws BenchException when it breaks down
     */
    public void await(Duration time) throws InterruptedException {
        if (failed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            requireSound();
        }
    }

    /**
     * Says why the load broke down, if it did.
     *
     * @throws BenchException when it did
     */
    public void requireSound() {
        Throwable reason = failure.get();
        if (reason != null) {
            throw new BenchException("the load broke down: " + reason.getMessage(), reason);
        }
    }

    /**
     * What is finished in the time that follows a warm-up.
     *
     * @throws BenchException when the load breaks down
     */
    public Span measure(Duration warmUp, Duration measured) throws InterruptedException {
        await(warmUp);
        Sample before = sample();
        await(measured);
        return sample().since(before);
    }

    private Sample sample() {
        return new Sample(System.nanoTime(), frames.get(), cpu.seconds());
    }
}
